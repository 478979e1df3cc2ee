import { describe, expect, it } from "vitest";

import { age, duration, moment, weekdays } from "./time";

describe("times", () => {
  it.each([
    [9, "0:09"],
    [72.9, "1:12"],
    [3872, "1:04:32"],
    [-3, "0:00"],
  ])("%s seconds are %s", (seconds, expected) => {
    expect(duration(seconds)).toBe(expected);
  });

  it("ages in the largest unit that fits", () => {
    expect([59, 60, 7300, 200_000].map((s) => age(s, "fr"))).toEqual([
      "59 s",
      "1 min",
      "2 h",
      "2 j",
    ]);
  });

  it("leaves the day away when it is today in the customer's zone", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    expect(moment("2026-11-22T17:00:00Z", now, "fr", "Europe/Paris")).toBe("18:00");
    expect(moment("2026-11-22T23:30:00Z", now, "fr", "Europe/Paris")).toBe("lun. 23 nov. 00:30");
  });

  it("names weekdays in order, in the language", () => {
    expect(weekdays([5, 1], "fr")).toBe("lun., ven.");
    expect(weekdays([7], "en")).toBe("Sun");
  });
});
