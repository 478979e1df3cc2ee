import { describe, expect, it } from "vitest";

import { noticeOf, withdrawnNotice } from "./notice";

const ID = "0198a1b2-0000-7000-8000-000000000001";

describe("a notification", () => {
  it("says that there is a message, and leads to it", () => {
    expect(noticeOf({ data: { kind: "NOTE", id: ID } }, "fr")).toEqual({
      title: "Permanence",
      body: "Vous avez un nouveau message.",
      tag: ID,
      path: `/notes/${ID}`,
      noteId: ID,
    });
  });

  it("leads to the list of calls while one rings, and to the call for anything else", () => {
    expect(noticeOf({ kind: "INCOMING_CALL", id: ID }, "en").path).toBe("/calls");
    expect(noticeOf({ kind: "VOICEMAIL", id: ID }, "en").path).toBe(`/calls/${ID}`);
  });

  it("shows nothing of what else a message might carry", () => {
    const notice = noticeOf(
      {
        notification: { title: "Jeanne Petit" },
        data: { kind: "NOTE", id: ID, text: "ordonnance" },
      },
      "fr",
    );
    expect(JSON.stringify(notice)).not.toMatch(/Jeanne|ordonnance/);
  });

  it.each([[null], ["text"], [{ data: { kind: "NOTE", id: "../../evil" } }], [{ data: 3 }]])(
    "still says something, and leads home, for %j",
    (message) => {
      const notice = noticeOf(message, "fr");
      expect(notice.body).not.toBe("");
      expect(notice.path).toBe("/");
    },
  );

  it("is replaced in its own place when the note is gone", () => {
    const notice = noticeOf({ data: { kind: "NOTE", id: ID } }, "en");
    const gone = withdrawnNotice(notice, "en");
    expect(gone.tag).toBe(notice.tag);
    expect(gone.path).toBe("/");
  });
});
