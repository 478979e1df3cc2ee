import { describe, expect, it } from "vitest";

import type { LineChoices } from "../contract/types";
import { settled } from "./choices";

describe("a line's choices that somebody else changed", () => {
  const usual: LineChoices = {
    outOfHours: "VOICEMAIL",
    blockedCallers: "MESSAGE",
    withheldCallers: "AS_STRANGERS",
    whenBusy: "AS_INSTRUCTED",
    holidays: "FRANCE",
  };
  const before = { version: 1, choices: usual };
  const now = { version: 2, choices: { ...usual, holidays: "NONE" as const } };

  it("come onto a form on which nothing was chosen yet", () => {
    expect(settled(before, now, usual)).toBe(true);
  });

  it("are no news when the same was chosen here", () => {
    expect(settled(before, now, now.choices)).toBe(true);
  });

  it("leave alone what was chosen differently here, for a question", () => {
    expect(settled(before, now, { ...usual, whenBusy: "NOBODY" })).toBe(false);
  });

  it("are none while nobody changed anything", () => {
    expect(settled(before, before, { ...usual, whenBusy: "NOBODY" })).toBe(false);
  });
});
