import { describe, expect, it } from "vitest";

import type { ActionName, Press, Situation } from "./keymap";
import { actionFor, keyOf, letterNow, twofold } from "./keymap";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: `Key${key.toUpperCase()}`,
  alt: false,
  ctrl: false,
  meta: false,
  repeat: false,
  ...more,
});
const inCall: ActionName[] = [
  "hold",
  "consult",
  "voicemail",
  "hang-up",
  "note",
  "send-note",
  "search",
];
const situation = (more: Partial<Situation> = {}): Situation => ({
  typing: false,
  dialog: false,
  available: new Set(inCall),
  ...more,
});

describe("the keys", () => {
  it.each([
    ["h holds", press("h"), {}, "hold"],
    ["capitals do the same", press("H"), {}, "hold"],
    ["no hanging up by typing a word", press("e"), { typing: true }, undefined],
    ["with Alt it works in a field", press("e", { alt: true }), { typing: true }, "hang-up"],
    ["a Mac's Alt character", press("˙", { code: "KeyH", alt: true }), { typing: true }, "hold"],
    ["what is impossible now does nothing", press("a"), {}, undefined],
    ["a dialog keeps its keys", press("h"), { dialog: true }, undefined],
    ["a key held down acts once", press("h", { repeat: true }), {}, undefined],
    ["Ctrl+C copies", press("c", { ctrl: true }), {}, undefined],
    ["Ctrl+K searches, also in a field", press("k", { ctrl: true }), { typing: true }, "search"],
    ["⌘K too", press("k", { meta: true }), {}, "search"],
    ["Ctrl+Enter sends the note", press("Enter", { ctrl: true }), { typing: true }, "send-note"],
    ["Enter alone is a new line", press("Enter"), { typing: true }, undefined],
  ] as const)("%s", (_, pressed, more, expected) => {
    expect(actionFor(pressed, situation(more))).toBe(expected);
  });

  it("never give one letter two meanings at the same moment", () => {
    const together: ActionName[][] = [
      ["accept", "decline", "ready", "break", "note", "tasks", "why", "help"],
      [...inCall, "blind", "mute", "break", "tasks", "why", "help"],
      ["resume", "consult", "blind", "park", "voicemail", "hang-up", "mute", "note", "why"],
      ["complete", "conference", "digits", "cancel", "mute", "note", "why"],
      ["let-go", "cancel", "note", "why"],
      ["ready", "pick-up", "break", "tasks", "why"],
    ];
    for (const names of together) {
      const letters = names
        .map((name) => letterNow(name, new Set(names)))
        .filter((letter) => letter !== undefined);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });
});

it("tells of every letter that stands twice when it does which", () => {
  const letters = Object.values(keyOf);
  const shared = Object.entries(keyOf)
    .filter(([, letter]) => letters.indexOf(letter) !== letters.lastIndexOf(letter))
    .map(([name]) => name);
  expect([...twofold].sort()).toEqual(shared.sort());
});
