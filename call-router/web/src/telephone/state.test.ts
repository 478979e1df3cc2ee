import { describe, expect, it } from "vitest";

import type { TelephoneEvent, TelephoneState } from "./state";
import { initialTelephone, telephoneChanged, telephoneReport, trouble } from "./state";

const after = (...events: TelephoneEvent[]): TelephoneState =>
  events.reduce(telephoneChanged, initialTelephone("browser"));

const granted: TelephoneEvent = { type: "microphone", state: "granted" };

describe("the browser's telephone", () => {
  it("rests once the server's call is answered", () => {
    const state = after(
      granted,
      { type: "connecting" },
      { type: "registered" },
      { type: "leg-answered" },
    );
    expect(state).toMatchObject({ line: "registered", resting: true, muted: false });
  });

  it("keeps the sound when only the signalling connection is lost", () => {
    expect(
      after({ type: "registered" }, { type: "leg-answered" }, { type: "connecting" }),
    ).toMatchObject({
      line: "connecting",
      resting: true,
    });
  });

  it("does not stay muted for the next leg", () => {
    const state = after(
      { type: "leg-answered" },
      { type: "muted", muted: true },
      { type: "leg-ended" },
    );
    expect(state.muted).toBe(false);
  });

  it("starts over when the other kind of telephone is chosen", () => {
    expect(
      telephoneChanged(after(granted, { type: "registered" }), { type: "chosen", kind: "desk" }),
    ).toEqual(initialTelephone("desk"));
  });

  it("reports what the server needs to know", () => {
    expect(telephoneReport(after(granted, { type: "registered" }))).toEqual({
      type: "telephone-state",
      kind: "browser",
      registered: true,
      microphone: "granted",
    });
    expect(telephoneReport(after({ type: "registered" }, { type: "failed" }))).toMatchObject({
      registered: false,
    });
  });
});

describe("what is wrong", () => {
  const fine = after(granted, { type: "registered" });
  it.each([
    ["nothing", "open", fine, undefined],
    [
      "the connection before the microphone",
      "lost",
      after({ type: "microphone", state: "denied" }),
      "connection-lost",
    ],
    ["another window took over", "taken-over", fine, "taken-over"],
    [
      "the microphone is refused",
      "open",
      after({ type: "microphone", state: "denied" }),
      "microphone-denied",
    ],
    [
      "no microphone is plugged in",
      "open",
      after({ type: "microphone", state: "missing" }),
      "microphone-missing",
    ],
    [
      "the telephone does not register",
      "open",
      after(granted, { type: "failed" }),
      "telephone-failed",
    ],
    [
      "the browser plays no sound",
      "open",
      after(granted, { type: "sound", blocked: true }),
      "sound-blocked",
    ],
  ] as const)("%s", (_, connection, telephone, expected) => {
    expect(trouble(connection, telephone, undefined)).toBe(expected);
  });

  it("a desk phone that is not registered, whatever the microphone says", () => {
    const desk = { ...initialTelephone("desk"), microphone: "denied" } as const;
    expect(trouble("open", desk, false)).toBe("desk-phone-absent");
    expect(trouble("open", desk, true)).toBeUndefined();
  });
});
