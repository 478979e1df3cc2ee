import { describe, expect, it } from "vitest";

import { quickUntil } from "./quick";
import { instantOf, minuteOfWeek, wallClock } from "./zone";

const PARIS = "Europe/Paris";
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe("the clock on the wall in Paris", () => {
  it.each([
    ["winter", "2026-11-22T12:04", "2026-11-22T11:04:00.000Z"],
    ["summer", "2026-07-14T12:04", "2026-07-14T10:04:00.000Z"],
    [
      "an hour that shows twice is taken the first time",
      "2026-10-25T02:30",
      "2026-10-25T00:30:00.000Z",
    ],
  ])("%s", (_, clock, instant) => {
    expect(iso(instantOf(clock, PARIS))).toBe(instant);
  });

  it("reads an hour that is skipped as if it had not been", () => {
    expect(iso(instantOf("2026-03-29T02:30", PARIS))).toMatch(/^2026-03-29T0[01]:30/);
  });

  it("is null for what is no date", () => {
    expect(instantOf("", PARIS)).toBeNull();
    expect(instantOf("2026-11-22", PARIS)).toBeNull();
  });

  it("shows what it was made from", () => {
    expect(wallClock(instantOf("2026-12-31T23:59", PARIS) ?? 0, PARIS)).toBe("2026-12-31T23:59");
  });

  it("counts the week from Monday", () => {
    expect(minuteOfWeek(Date.parse("2026-11-23T00:30:00Z"), PARIS)).toBe(90);
  });
});

describe("a one-tap change", () => {
  const now = Date.parse("2026-11-22T12:04:10Z");

  it.each([
    ["hour", "2026-11-22T13:05:00.000Z"],
    ["today", "2026-11-22T23:00:00.000Z"],
    ["tomorrow", "2026-11-23T23:00:00.000Z"],
  ] as const)("lasts %s", (length, until) => {
    expect(quickUntil(length, now, PARIS)).toBe(until);
  });

  it("ends at midnight also on the night the clock goes back", () => {
    const evening = Date.parse("2026-10-24T20:00:00Z");
    expect(quickUntil("tomorrow", evening, PARIS)).toBe("2026-10-25T23:00:00.000Z");
  });
});
