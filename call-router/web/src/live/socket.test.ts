import { describe, expect, it } from "vitest";

import { readMessage, waitBefore } from "./socket";

describe("the live connection", () => {
  it("tries again quickly at first and never waits longer than a little over six seconds", () => {
    expect(waitBefore(0, 0.5)).toBe(250);
    expect(waitBefore(1, 0.5)).toBe(500);
    expect(waitBefore(50, 1)).toBeLessThanOrEqual(6_250);
  });

  it("spreads the attempts, so that all consoles do not come back at once", () => {
    expect(waitBefore(3, 0)).not.toBe(waitBefore(3, 1));
  });

  it.each([
    ["no JSON", "hello"],
    ["no object", "3"],
    ["an unknown type", '{"type":"constructor"}'],
    ["bytes", new ArrayBuffer(2)],
  ])("leaves %s alone", (_, frame) => {
    expect(readMessage(frame)).toBeUndefined();
  });

  it("reads what it knows", () => {
    expect(readMessage('{"type":"tasks","tasks":[]}')).toEqual({ type: "tasks", tasks: [] });
  });
});
