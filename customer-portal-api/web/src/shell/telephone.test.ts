import { describe, expect, it } from "vitest";

import { typed, written } from "./telephone";

describe("a telephone number", () => {
  it.each([
    ["06 39 98 01 01", "+33639980101"],
    ["06.39.98.01.01", "+33639980101"],
    ["+33 (0)6 39 98 01 01", "+33639980101"],
    ["0033639980101", "+33639980101"],
    ["+41 22 345 67 89", "+41223456789"],
    ["06 39 98 01", null],
    ["Jeanne", null],
    ["", null],
    ["+", null],
  ])("typed as %s is %s", (text, number) => {
    expect(typed(text)).toBe(number);
  });

  it("is written as French people write it", () => {
    expect(written("+33639980101")).toBe("06 39 98 01 01");
    expect(written("+41223456789")).toBe("+41223456789");
  });
});
