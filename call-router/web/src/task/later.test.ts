import { expect, test } from "vitest";

import { laterAt } from "./later";

test("minutes are counted from now", () => {
  const now = new Date(2026, 10, 22, 17, 5);
  expect(laterAt("15", now)).toEqual(new Date(2026, 10, 22, 17, 20));
  expect(laterAt("180", now)).toEqual(new Date(2026, 10, 22, 20, 5));
});

test("tomorrow is nine o'clock, also at the end of a month and in the night the clock changes", () => {
  expect(laterAt("tomorrow", new Date(2026, 10, 30, 23, 59))).toEqual(new Date(2026, 11, 1, 9, 0));
  expect(laterAt("tomorrow", new Date(2026, 9, 24, 22, 0))).toEqual(new Date(2026, 9, 25, 9, 0));
});
