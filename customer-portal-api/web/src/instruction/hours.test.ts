import { describe, expect, it } from "vitest";

import { nextHours } from "./hours";

const hours = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [from = "", to = ""] = pair.split("–");
    return { from, to };
  });

describe("the hours proposed for a date with hours of its own", () => {
  it.each([
    ["the morning first", [], "08:00–12:00"],
    ["then the afternoon", ["08:00–12:00"], "14:00–18:00"],
    ["then a later pair, after a break", ["08:00–12:00", "14:00–18:00"], "19:00–21:00"],
    ["and a later one still", ["08:00–12:00", "14:00–18:00", "19:00–21:00"], "22:00–00:00"],
    ["the morning when only the afternoon is there", ["14:00–18:00"], "08:00–12:00"],
    ["what is free after a day without break", ["09:00–17:30"], "18:30–20:30"],
    ["the last hour of the day at most", ["08:00–12:00", "12:30–22:30"], "23:30–00:00"],
    ["what is free between two", ["10:00–15:00", "17:30–02:00"], "16:00–17:30"],
    ["the hours of the day before a night", ["20:00–02:00"], "08:00–12:00"],
  ])("are %s", (_, present, expected) => {
    expect(nextHours(hours(...present))).toEqual(hours(expected)[0]);
  });

  it.each([
    ["the whole day is taken", ["00:00–00:00"]],
    ["the last ones end late", ["08:00–13:30", "14:00–23:00"]],
    ["the last ones run over midnight and leave no gap", ["08:00–15:00", "16:00–02:00"]],
  ])("are none when %s", (_, present) => {
    expect(nextHours(hours(...present))).toBeUndefined();
  });
});
