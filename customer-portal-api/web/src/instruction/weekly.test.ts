import { describe, expect, it } from "vitest";

import { covers, EMPTY_WEEK, paint, rowsOf, weekOf } from "./weekly";

describe("weekly hours", () => {
  it("share a row when days have the same hours", () => {
    const week = paint(
      paint(EMPTY_WEEK, 0, { from: 480, to: 720 }, true),
      4,
      { from: 480, to: 720 },
      true,
    );
    expect(rowsOf(week)).toEqual([{ days: ["MONDAY", "FRIDAY"], from: "08:00", to: "12:00" }]);
  });

  it("run over midnight into the next day, from Sunday into Monday too", () => {
    const week = weekOf([{ days: ["SUNDAY"], from: "22:00", to: "06:00" }]);
    expect(covers(week, 6, 1_400)).toBe(true);
    expect(covers(week, 0, 300)).toBe(true);
    expect(covers(week, 0, 360)).toBe(false);
  });

  it("mean the whole day from 00:00 to 00:00", () => {
    const week = weekOf([{ days: ["TUESDAY"], from: "00:00", to: "00:00" }]);
    expect(week[1]).toEqual([{ from: 0, to: 1_440 }]);
    expect(week[2]).toEqual([]);
    expect(rowsOf(week)).toEqual([{ days: ["TUESDAY"], from: "00:00", to: "00:00" }]);
  });

  it("survive the way through the form unchanged, whatever they are", () => {
    const rows = [
      { days: ["MONDAY" as const], from: "00:00", to: "06:00" },
      { days: ["SUNDAY" as const], from: "22:00", to: "00:00" },
    ];
    expect(rowsOf(weekOf(rows))).toEqual(rows);
  });

  it("grow together when painted side by side, and leave a hole where wiped", () => {
    const painted = paint(
      paint(EMPTY_WEEK, 2, { from: 480, to: 600 }, true),
      2,
      { from: 600, to: 720 },
      true,
    );
    expect(painted[2]).toEqual([{ from: 480, to: 720 }]);
    expect(paint(painted, 2, { from: 540, to: 570 }, false)[2]).toEqual([
      { from: 480, to: 540 },
      { from: 570, to: 720 },
    ]);
  });
});
