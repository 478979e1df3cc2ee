import { describe, expect, it } from "vitest";

import type { Task } from "../contract";
import { callerOf, countsOf } from "./state";

const lost: Task = {
  taskId: "01930000-0000-7000-8000-000000000703",
  kind: "lost-call",
  createdAt: "2026-11-22T12:00:00Z",
  mine: false,
  tries: 0,
  vip: false,
  customerName: "Cabinet Martin",
};

describe("the caller of a task", () => {
  it("is named beside the number", () => {
    const both = { ...lost, callerName: "Jeanne Petit", callerNumber: "+33639980101" };
    expect(callerOf(both)).toMatch(/^Jeanne Petit · 06.39.98.01.01$/u);
  });

  it("is the number while no contact has it", () => {
    expect(callerOf({ ...lost, callerNumber: "+33639980101" })).toMatch(/^06.39.98.01.01$/u);
  });

  it("is nobody when the number was withheld", () => {
    expect(callerOf(lost)).toBe("");
  });
});

it("counts one's own tasks apart from those of the team", () => {
  expect(countsOf([lost, { ...lost, mine: true }, { ...lost, ownerName: "Léa" }])).toEqual({
    mine: 1,
    team: 2,
  });
});
