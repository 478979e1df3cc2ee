import { describe, expect, it } from "vitest";

import type { Line } from "../contract/types";
import { brokenRules, contentOf, type Draft, draftOf, newDraft, windowOf } from "./draft";
import { EMPTY_WEEK, paint } from "./weekly";

const NOW = Date.parse("2026-11-22T12:04:00Z");
const STEP = {
  forwardingNumberId: "n",
  ringSeconds: 20,
  onNoAnswer: "NEXT",
  onBusy: "DESK",
} as const;
const line = {
  id: "l",
  timeZone: "Europe/Paris",
  standing: {
    putThrough: "VIP",
    mode: "ANNOUNCED",
    greeting: "Bonjour",
    message: "Il vous rappelle.",
    ladder: [STEP],
    secretaryNotes: null,
  },
} as unknown as Line;

const valid: Draft = {
  ...newDraft(line, NOW),
  week: paint(EMPTY_WEEK, 0, { from: 480, to: 1_080 }, true),
};
const rules = (draft: Draft) =>
  brokenRules(draft, "Europe/Paris", NOW).map(({ field, rule }) => `${field} ${rule}`);

describe("the form for an instruction", () => {
  it("starts from what is done anyway", () => {
    expect(newDraft(line, NOW)).toMatchObject({ greeting: "Bonjour", ladder: [STEP] });
  });

  it.each([
    ["a complete draft breaks nothing", {}, []],
    ["weekly hours are painted", { week: EMPTY_WEEK }, ["window.hours required"]],
    ["a greeting is said", { greeting: "  " }, ["greeting required"]],
    ["a message is mandatory under VIP", { message: " " }, ["message required"]],
    [
      "and under nobody, without a number to ring",
      { putThrough: "NONE", message: "", ladder: [] },
      ["message required"],
    ],
    ["but not when everyone is put through", { putThrough: "ALL", message: "" }, []],
    ["somebody to put through needs a number to ring", { ladder: [] }, ["ladder required"]],
    [
      "a number rings 5 to 60 seconds",
      { ladder: [{ ...STEP, ringSeconds: 61 }] },
      ["ladder[0].ringSeconds range"],
    ],
    [
      "a one-off ends after it begins",
      { kind: "ONE_OFF", oneOffFrom: "2026-12-02T10:00", oneOffTo: "2026-12-02T09:00" },
      ["window.to after-from"],
    ],
    [
      "a one-off is not over already",
      { kind: "ONE_OFF", oneOffFrom: "2026-11-02T10:00", oneOffTo: "2026-11-02T11:00" },
      ["window.to in-the-future"],
    ],
    [
      "a one-off has both ends",
      { kind: "ONE_OFF", oneOffFrom: "", oneOffTo: "2026-12-02T11:00" },
      ["window.from required"],
    ],
    ["an open end needs no beginning", { kind: "OPEN_ENDED" }, []],
    [
      "an exception names its date, and each date once",
      {
        otherDays: [
          { date: "2026-12-24", hours: [] },
          { date: "", hours: [] },
          { date: "2026-12-24", hours: [] },
        ],
      },
      ["window.otherDays[1].date required", "window.otherDays[2].date repeated"],
    ],
    [
      "the hours of an exception may meet and run over midnight, and do not overlap",
      {
        otherDays: [
          {
            date: "2026-12-24",
            hours: [
              { from: "14:00", to: "02:00" },
              { from: "08:00", to: "14:00" },
            ],
          },
          {
            date: "2026-12-31",
            hours: [
              { from: "08:00", to: "12:01" },
              { from: "12:00", to: "18:00" },
            ],
          },
          {
            date: "2027-01-02",
            hours: [
              { from: "20:00", to: "02:00" },
              { from: "23:00", to: "23:30" },
            ],
          },
        ],
      },
      ["window.otherDays[1].hours overlap", "window.otherDays[2].hours overlap"],
    ],
    [
      "a number rings once in a step",
      { ladder: [{ ...STEP, alsoRings: ["m", "n"] }] },
      ["ladder[0].alsoRings[1] repeated"],
    ],
  ] as readonly [string, Partial<Draft>, string[]][])("%s", (_, changed, broken) => {
    expect(rules({ ...valid, ...changed })).toEqual(broken);
  });

  it("sends instants for the clocks on the line's wall", () => {
    const draft = {
      ...valid,
      kind: "ONE_OFF" as const,
      oneOffFrom: "2026-12-02T10:00",
      oneOffTo: "2026-12-02T11:00",
    };
    expect(windowOf(draft, "Europe/Paris")).toEqual({
      kind: "ONE_OFF",
      from: "2026-12-02T09:00:00.000Z",
      to: "2026-12-02T10:00:00.000Z",
    });
  });

  it("shows an instruction as it was sent, its finer choices too", () => {
    const fine: Draft = {
      ...valid,
      closedOnHolidays: true,
      otherDays: [{ date: "2026-12-24", hours: [{ from: "08:00", to: "12:00" }] }],
      withheldCallers: "VOICEMAIL",
      ladder: [{ ...STEP, onRefused: "VOICEMAIL", onUnreachable: "DESK", alsoRings: ["m"] }],
    };
    const window = windowOf(fine, "Europe/Paris");
    if (window === null) throw new Error("the draft is complete");
    const content = contentOf(fine, window);
    const instruction = {
      ...content,
      id: "i",
      version: 1,
      quick: false,
      inForce: false,
      createdAt: "",
      changedAt: "",
    };
    const again = draftOf(instruction, line, NOW);
    expect(contentOf(again, window)).toEqual(content);
    expect(windowOf(again, "Europe/Paris")).toEqual(window);
  });
});
