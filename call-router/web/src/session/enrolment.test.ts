import { describe, expect, it } from "vitest";

import { enrolmentOf } from "./enrolment";

describe("a refused sign-in", () => {
  const offer = { secret: "ABCDEFGH", address: "otpauth://totp/x", enrolment: "sealed" };

  it("offers a second factor when the account needs its first", () => {
    expect(enrolmentOf({ type: "second-factor-enrolment", status: 401, ...offer })).toEqual(offer);
  });

  it("offers none for another reason, or when a part is missing", () => {
    expect(enrolmentOf({ type: "sign-in-refused", status: 401, ...offer })).toBeUndefined();
    expect(enrolmentOf({ type: "second-factor-enrolment", status: 401 })).toBeUndefined();
  });
});
