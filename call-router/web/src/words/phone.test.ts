import { describe, expect, it } from "vitest";

import { phone, toE164 } from "./phone";

describe("telephone numbers", () => {
  it.each([
    ["06 39 98 01 01", "+33639980101"],
    ["06.39.98.01.01", "+33639980101"],
    ["0033639980101", "+33639980101"],
    ["+33 (0)6 39 98 01 01", "+33639980101"],
    ["+32 475 12 34 56", "+32475123456"],
    ["06 39 98", undefined],
    ["+33 6 39 98 01 01 9", undefined],
    ["", undefined],
    ["tomorrow", undefined],
  ])("%s is read as %s", (typed, expected) => {
    expect(toE164(typed)).toBe(expected);
  });

  it.each([
    ["+33639980101", "06 39 98 01 01"],
    ["+32475123456", "+324 75 12 34 56"],
    ["06 39", "06 39"],
  ])("%s is shown as %s", (number, expected) => {
    expect(phone(number).replaceAll("\u00a0", " ")).toBe(expected);
  });

  it("reads back what it shows", () => {
    expect(toE164(phone("+33199001005"))).toBe("+33199001005");
    expect(toE164(phone("+442079460123"))).toBe("+442079460123");
  });
});
