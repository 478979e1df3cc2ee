import { describe, expect, it } from "vitest";

import type { Step } from "./chart";
import { chartOf, niceTop } from "./chart";

const step = (minute: number, arrived: number, answered: number, line: number): Step => ({
  from: new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString(),
  arrived,
  answered,
  line,
});
const box = { left: 10, top: 0, width: 100, height: 50 };

describe("the chart of the last two hours", () => {
  it.each([
    [0, 4],
    [4, 4],
    [7, 10],
    [13, 20],
    [42, 50],
    [100, 100],
  ])("highest value %s, scale to %s", (highest, top) => {
    expect(niceTop(highest)).toBe(top);
  });

  it("draws a bar as high as its value", () => {
    const { bars } = chartOf([step(0, 4, 2, 0), step(5, 0, 0, 1)], box, 30);
    expect(bars[0]).toMatchObject({
      x: 10,
      width: 50,
      arrived: { y: 0, height: 50 },
      answered: { y: 25, height: 25 },
    });
    expect(bars[1]?.arrived.height).toBe(0);
  });

  it("runs the line through the middle of each step", () => {
    expect(chartOf([step(0, 4, 2, 4), step(5, 0, 0, 0)], box, 30).line).toBe("35,0 85,50");
  });

  it("labels half hours only", () => {
    const { ticks } = chartOf([step(25, 1, 1, 1), step(30, 1, 1, 1), step(35, 1, 1, 1)], box, 30);
    expect(ticks).toHaveLength(1);
  });

  it("survives an empty history", () => {
    expect(chartOf([], box, 30)).toMatchObject({ bars: [], line: "", ticks: [] });
  });
});
