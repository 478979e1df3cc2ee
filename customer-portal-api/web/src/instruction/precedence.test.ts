import { describe, expect, it } from "vitest";

import type { Instruction, Window } from "../contract/types";
import { neighbours, overlap, precedence } from "./precedence";

const PARIS = "Europe/Paris";
const oneOff = (from: string, to: string): Window => ({ kind: "ONE_OFF", from, to });
const weekly = (from: string, to: string): Window => ({
  kind: "WEEKLY",
  hours: [{ days: ["MONDAY"], from, to }],
});
const always: Window = { kind: "OPEN_ENDED", from: null };

const lunch = oneOff("2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z");
const absence = oneOff("2026-11-23T00:00:00Z", "2026-11-27T00:00:00Z");

describe("of two windows valid at once", () => {
  it.each([
    ["the shorter one-off", lunch, absence],
    ["a one-off over weekly hours", absence, weekly("08:00", "18:00")],
    ["weekly hours over an open end", weekly("08:00", "18:00"), always],
  ])("%s wins", (_, winner, loser) => {
    expect(
      precedence({ window: winner, createdAt: 1 }, { window: loser, createdAt: 2 }),
    ).toBeLessThan(0);
  });

  it("the newest wins between equals", () => {
    expect(
      precedence({ window: always, createdAt: 2 }, { window: always, createdAt: 1 }),
    ).toBeLessThan(0);
  });
});

describe("two windows", () => {
  const sundayNight: Window = {
    kind: "WEEKLY",
    hours: [{ days: ["SUNDAY"], from: "22:00", to: "09:00" }],
  };

  it.each([
    ["a lunch within an absence", lunch, absence, true],
    ["a Monday's lunch and Monday mornings", lunch, weekly("08:00", "12:30"), true],
    ["a Monday's lunch and Monday evenings", lunch, weekly("18:00", "20:00"), false],
    ["anything and always", weekly("18:00", "20:00"), always, true],
    ["hours that only touch", weekly("08:00", "12:00"), weekly("12:00", "14:00"), false],
    ["Sunday night and Monday morning", sundayNight, weekly("08:00", "12:00"), true],
  ])("%s", (_, a, b, expected) => {
    expect(overlap(a, b, PARIS)).toBe(expected);
    expect(overlap(b, a, PARIS)).toBe(expected);
  });
});

describe("a draft", () => {
  it("knows what it wins over and what wins over it", () => {
    const others = [absence, always].map((window, index) => ({
      id: String(index),
      window,
      createdAt: "2026-11-01T00:00:00Z",
    })) as Instruction[];
    const found = neighbours({ window: weekly("08:00", "18:00"), createdAt: 0 }, others, PARIS);
    expect(found.under.map((each) => each.window)).toEqual([absence]);
    expect(found.over.map((each) => each.window)).toEqual([always]);
  });
});
