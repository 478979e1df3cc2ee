import { describe, expect, it } from "vitest";

import { brokenRules, contentOf, NEW_CONTACT } from "./draft";

const named = { ...NEW_CONTACT, name: "Jeanne Petit" };

describe("the form for a contact", () => {
  it.each([
    ["a name is enough", named, []],
    ["a name is needed", NEW_CONTACT, ["name required"]],
    [
      "a number is a number",
      { ...named, numbers: [{ number: "06 12", label: "" }] },
      ["numbers[0].number not-a-number"],
    ],
    ["an address has its at sign", { ...named, email: "jeanne" }, ["email format"]],
    [
      "a mark needs a number to be recognised by",
      { ...named, mark: "VIP" as const },
      ["numbers needed-for-mark"],
    ],
  ])("%s", (_, draft, broken) => {
    expect(brokenRules(draft).map(({ field, rule }) => `${field} ${rule}`)).toEqual(broken);
  });

  it("sends numbers as E.164 and leaves empty rows out", () => {
    const numbers = [
      { number: "06 39 98 01 01", label: "mobile" },
      { number: "", label: "" },
    ];
    expect(contentOf({ ...named, numbers })).toEqual({
      name: "Jeanne Petit",
      company: null,
      numbers: [{ number: "+33639980101", label: "mobile" }],
      email: null,
      remarks: null,
      mark: "NONE",
      vipMode: null,
    });
  });

  it("keeps a VIP's own way, and drops it with the mark", () => {
    const vip = { ...named, mark: "VIP" as const, vipMode: "DIRECT" as const };
    expect(contentOf(vip).vipMode).toBe("DIRECT");
    expect(contentOf({ ...vip, mark: "NONE" }).vipMode).toBeNull();
  });
});
