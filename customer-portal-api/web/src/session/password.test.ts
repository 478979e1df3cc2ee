import { describe, expect, it } from "vitest";

import { checkPassword, lengthOf } from "./password";

const session = {
  user: "martin@cabinet.example",
  passwordRule: { minimumLength: 15, maximumLength: 200 },
};
const kept = (password: string, current = "provisoire") =>
  checkPassword(password, current, session)
    .filter((check) => check.kept)
    .map((check) => check.rule);

describe("a new password, while it is typed", () => {
  it.each([
    ["", []],
    ["aaaaaaaaaaaaaaa", ["longEnough", "notTheName", "notTheOld"]],
    ["Martin aime le thé vert", ["longEnough", "varied", "notTheOld"]],
    ["provisoire", ["varied", "notTheName"]],
    ["quatre chats sur le toit", ["longEnough", "varied", "notTheName", "notTheOld"]],
  ])("%s keeps %j", (password, rules) => {
    expect(kept(password)).toEqual(rules);
  });

  it("is counted in characters as people see them", () => {
    expect(lengthOf("🙂🙂🙂")).toBe(3);
    expect(lengthOf("e\u0301")).toBe(1);
  });
});
