import { describe, expect, it } from "vitest";

import type { Presence } from "../contract";
import { initialTelephone } from "../telephone/state";
import { availableActions } from "./available";
import type { Desk } from "./state";
import { emptyDesk } from "./state";

const at = "2026-11-22T12:00:00Z";
const id = "01930000-0000-7000-8000-000000000001";
const screen = { card: false, noteOpen: false, supervisor: false };
const presence = (state: Presence["state"], registered = true): Presence => ({
  state,
  since: at,
  telephone: { kind: "browser", registered, resting: registered },
});
const desk = (more: Partial<Desk>): Desk => ({
  ...emptyDesk({ ...initialTelephone("browser"), resting: true }),
  ...more,
});
const call = (phase: "talking" | "wrapping"): NonNullable<Desk["call"]> => ({
  callId: id,
  revision: 1,
  phase,
  since: at,
  offeredAt: at,
  ladder: [],
});
const interesting = ["ready", "break", "sign-off", "sign-out", "mute", "hang-up"] as const;

describe("what can be done", () => {
  it.each([
    [
      "before the telephone is connected",
      desk({ presence: presence("preparing", false) }),
      "break sign-off sign-out",
    ],
    [
      "when it is connected",
      desk({ presence: presence("preparing") }),
      "ready break sign-off sign-out",
    ],
    ["while ready", desk({ presence: presence("ready") }), "break sign-off sign-out"],
    ["on a break", desk({ presence: presence("break") }), "ready sign-off sign-out"],
    ["off duty", desk({ presence: presence("signed-off") }), "ready sign-out"],
    [
      "on a call",
      desk({ presence: presence("talking"), call: call("talking") }),
      "break mute hang-up",
    ],
    [
      "in wrap-up",
      desk({ presence: presence("wrap-up"), call: call("wrapping") }),
      "ready break sign-off sign-out",
    ],
    ["before the server said anything", desk({}), "sign-out"],
    [
      "in a window that another one replaced",
      desk({ presence: presence("ready"), connection: "taken-over" }),
      "sign-out",
    ],
    [
      "after the session ended in a call",
      desk({
        presence: presence("talking"),
        call: call("talking"),
        connection: "session-ended",
      }),
      "mute",
    ],
  ])("%s", (_, state, expected) => {
    const names = availableActions(state, screen);
    expect(interesting.filter((name) => names.has(name)).join(" ")).toBe(expected);
  });

  it("sends a note only while one is open", () => {
    expect(availableActions(desk({}), screen).has("send-note")).toBe(false);
    expect(availableActions(desk({}), { ...screen, noteOpen: true }).has("send-note")).toBe(true);
  });

  it("leads to the wallboard only for supervisors", () => {
    expect(availableActions(desk({}), screen).has("wallboard")).toBe(false);
    expect(availableActions(desk({}), { ...screen, supervisor: true }).has("wallboard")).toBe(true);
  });
});
