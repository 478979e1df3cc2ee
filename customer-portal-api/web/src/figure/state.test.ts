import { describe, expect, it } from "vitest";

import type { Figures } from "../contract/types";
import { columnsOf, topOf } from "./state";

const of = (arrived: number, answered: number, abandoned: number): Figures => ({
  arrived,
  answered,
  abandoned,
  abandonedShort: 0,
  turnedAway: 0,
  abandonPercent: null,
  abandonPercentWithoutShort: null,
  serviceLevelPercent: null,
  averageAnswerSeconds: null,
});

describe("The chart of the figures", () => {
  it.each([
    [0, 4],
    [4, 4],
    [5, 5],
    [7, 10],
    [18, 20],
    [101, 200],
  ])("has for %i calls a scale to %i", (highest, top) => expect(topOf(highest)).toBe(top));

  it("stacks answered, gone elsewhere and abandoned up to all that rang", () => {
    const { top, columns } = columnsOf([
      { key: "a", figures: of(10, 6, 1) },
      { key: "b", figures: of(0, 0, 0) },
    ]);
    expect(top).toBe(10);
    expect(columns).toEqual([
      { key: "a", answered: 0.6, elsewhere: 0.3, abandoned: 0.1 },
      { key: "b", answered: 0, elsewhere: 0, abandoned: 0 },
    ]);
  });
});
