import { describe, expect, it } from "vitest";

import type { NoteMessage, SentNote } from "../contract";
import { newestAndFailed, pace, settled, worst } from "./state";

const sentAt = "2026-11-22T12:00:00Z";
const now = Date.parse(sentAt) + 5_000;

function message(channel: NoteMessage["channel"], state: NoteMessage["state"]): NoteMessage {
  return { messageId: `${channel}-${state}`, channel, state, attempts: 1, changedAt: sentAt };
}

function note(decided: boolean, ...messages: NoteMessage[]): SentNote {
  return {
    noteId: "n",
    mine: true,
    customerName: "Cabinet Martin",
    urgency: "normal",
    sentAt,
    decided,
    messages,
  };
}

describe("messages of a sent note", () => {
  it.each([
    ["push", "sent", true],
    ["email", "sent", true],
    ["sms", "sent", false],
    ["sms", "delivered", true],
    ["sms", "failed", true],
    ["push", "queued", false],
    ["email", "retrying", false],
  ] as const)("%s %s: nothing more comes: %s", (channel, state, done) => {
    expect(settled(message(channel, state))).toBe(done);
  });

  it("are asked for soon while one of the last minutes is on its way", () => {
    const moving = note(true, message("push", "sent"), message("email", "queued"));
    expect(pace([moving], undefined, now)).toBe(2_000);
    expect(pace([note(false)], undefined, now)).toBe(2_000);
    expect(pace([moving], undefined, now + 120_000)).toBe(20_000);
    expect(pace([note(true, message("push", "sent"))], undefined, now)).toBe(20_000);
    expect(pace([note(true)], undefined, now)).toBe(20_000);
    expect(pace(undefined, undefined, now)).toBe(20_000);
  });

  it("are asked for soon while those of the note sent last are not known", () => {
    const last = { noteId: "last", savedAt: sentAt };
    expect(pace([note(true)], last, now)).toBe(2_000);
    expect(pace(undefined, last, now)).toBe(2_000);
    expect(pace([note(true)], last, now + 120_000)).toBe(20_000);
    expect(pace([note(true)], { ...last, noteId: "n" }, now)).toBe(20_000);
  });

  it("that failed stay in sight when newer notes have come", () => {
    const fine = note(true, message("push", "sent"));
    const failed = note(true, message("sms", "failed"));
    expect(newestAndFailed([fine, fine, fine, failed, fine], 2)).toEqual([fine, fine, failed]);
  });

  it("are as bad as the worst of them", () => {
    expect(worst([message("push", "sent"), message("sms", "failed")])).toBe("failed");
    expect(worst([message("push", "retrying"), message("sms", "failed")])).toBe("failed");
    expect(worst([message("push", "retrying"), message("sms", "sent")])).toBe("retrying");
    expect(worst([message("sms", "delivered")])).toBeUndefined();
  });
});
