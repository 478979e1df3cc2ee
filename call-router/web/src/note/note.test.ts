import { beforeEach, describe, expect, it } from "vitest";

import type { Card, Note, NoteSave, Question } from "../contract";
import type { Outcome } from "../contract/client";
import type { Draft } from "./draft";
import { edited, missing, newDraft, noteSave, questionsToAsk, sending } from "./draft";
import { uuidv7 } from "./id";
import { NoteKeeper } from "./keeper";
import type { Shelf } from "./shelf";

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const about: Question = {
  questionId: id(71),
  label: "Motif",
  type: "choice",
  required: true,
  choices: ["rendez-vous", "ordonnance"],
};
const medicine: Question = {
  questionId: id(72),
  label: "Quel médicament ?",
  type: "text",
  required: true,
  onlyWhen: { questionId: id(71), answer: "ordonnance" },
};
const questions = [about, medicine];
const card: Card = {
  callId: id(1),
  customer: { customerId: id(9), name: "Cabinet Martin", timeZone: "Europe/Paris" },
  line: { lineId: id(8), number: "+33199001001" },
  greeting: "Bonjour",
  verdict: { action: "take-note", reason: "nobody-put-through" },
  instruction: { putThrough: "nobody", window: { kind: "default" }, overruled: [] },
  caller: { withheld: false, vip: false, blocked: false, number: "+33639980101", earlierCalls: [] },
  ladder: [],
  putThroughAllowed: false,
  questions,
};

describe("a note", () => {
  const draft = newDraft(id(3), id(4), card);

  it("begins with what the card knows and is not yet worth saving", () => {
    expect(draft).toMatchObject({ callerNumber: "+33639980101", revision: 0, saved: 0 });
  });

  it("grows its revision with each change", () => {
    expect(edited(edited(draft, { request: "a" }), { request: "ab" }).revision).toBe(2);
  });

  it("has to be read back again when the number changes", () => {
    const readBack = edited(draft, { numberReadBack: true });
    expect(edited(readBack, { callerNumber: "06 39 98 01 02" }).numberReadBack).toBe(false);
    expect(edited(readBack, { request: "x" }).numberReadBack).toBe(true);
  });

  it("takes no change once it was sent", () => {
    const gone = sending(draft);
    expect(edited(gone, { request: "later" })).toBe(gone);
  });

  it("asks a branching question only behind its answer", () => {
    expect(questionsToAsk(questions, {})).toEqual([about]);
    expect(questionsToAsk(questions, { [id(71)]: "ordonnance" })).toEqual(questions);
  });

  it.each([
    [
      "nothing typed",
      {},
      ["callerName required", `answers/${id(71)} required`, "request required"],
    ],
    [
      "branch not answered",
      { callerName: "Jeanne", request: "x", answers: { [id(71)]: "ordonnance" } },
      [`answers/${id(72)} required`],
    ],
    [
      "a choice that is none",
      { callerName: "Jeanne", request: "x", answers: { [id(71)]: "autre" } },
      [`answers/${id(71)} not-a-choice`],
    ],
    [
      "half a number",
      {
        callerName: "Jeanne",
        request: "x",
        callerNumber: "06 39",
        answers: { [id(71)]: "rendez-vous" },
      },
      ["callerNumber not-a-number"],
    ],
    ["all there", { callerName: "Jeanne", request: "x", answers: { [id(71)]: "rendez-vous" } }, []],
  ])("says what is missing: %s", (_, change, expected) => {
    const errors = missing(edited(draft, change), questions);
    expect(errors.map(({ field, rule }) => `${field} ${rule}`)).toEqual(expected);
  });

  it("does not send answers to questions that no longer apply", () => {
    const answers = { [id(71)]: "rendez-vous", [id(72)]: "left over" };
    expect(noteSave(edited(draft, { answers }), questions).answers).toEqual([
      { questionId: id(71), value: "rendez-vous" },
    ]);
  });

  it("sends nothing that nobody sees", () => {
    const pasted = { callerName: "Jeanne\t Petit", request: "a\u0007b\n\tc\ud800" };
    const body = noteSave(edited(draft, pasted), questions);
    expect(body.callerName).toBe("Jeanne Petit");
    expect(body.request).toBe("ab\n\tc");
  });
});

describe("the id of a note", () => {
  it("is a UUIDv7 carrying its millisecond", () => {
    const made = uuidv7(Date.UTC(2026, 10, 22), new Uint8Array(16).fill(255));
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7fff-bfff-ffffffffffff$/);
    expect(Number.parseInt(made.replace("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22));
  });
});

describe("the keeper of notes", () => {
  let kept: Map<string, Draft>;
  let remembered: Map<string, string>;
  let requests: NoteSave[];
  let answer: (body: NoteSave) => Outcome<Note>;

  const shelf: Shelf = {
    put: (draft) => kept.set(draft.noteId, draft),
    remove: (noteId) => kept.delete(noteId),
    all: (accountId) => [...kept.values()].filter((draft) => draft.accountId === accountId),
    remember: (callId, noteId) => remembered.set(callId, noteId),
    remembered: (callId) => remembered.get(callId),
  };
  const save = (noteId: string, body: NoteSave) => {
    requests.push(body);
    const result = answer(body);
    return Promise.resolve(result.ok ? { ...result, value: { ...result.value, noteId } } : result);
  };
  const accepts = (body: NoteSave): Outcome<Note> => ({
    ok: true,
    value: {
      ...body,
      noteId: "",
      state: body.intent === "send" ? "sent" : "draft",
      savedAt: "2026-11-22T12:04:31Z",
    },
  });
  const away = (): Outcome<Note> => ({
    ok: false,
    problem: { type: "server-unreachable", status: 503 },
  });
  const keeperOf = (accountId = id(4)) => new NoteKeeper(save, shelf, accountId);
  const typed = { callerName: "Jeanne", request: "x", answers: { [id(71)]: "rendez-vous" } };

  beforeEach(() => {
    kept = new Map();
    remembered = new Map();
    requests = [];
    answer = accepts;
  });

  it("fills in who calls when an incomplete card is completed, and nothing the secretary typed", () => {
    const keeper = keeperOf();
    const noteId = keeper.begin({ ...card, incomplete: true }, () => id(3));
    keeper.edit(noteId, { request: "Rappeler" });
    const complete = { ...card, caller: { ...card.caller, name: "Jeanne Petit" } };
    keeper.begin(complete, () => id(5));
    expect(keeper.note(noteId)?.draft).toMatchObject({
      callerName: "Jeanne Petit",
      request: "Rappeler",
    });
    keeper.edit(noteId, { callerName: "" });
    keeper.begin(complete, () => id(5));
    expect(keeper.note(noteId)?.draft.callerName).toBe("");
  });

  it("keeps each change in the browser until the server has it", async () => {
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    keeper.edit(noteId, { request: "Rappeler" });
    expect(kept.get(noteId)?.request).toBe("Rappeler");
    await keeper.tick();
    expect(kept.size).toBe(0);
    expect(requests).toHaveLength(1);
  });

  it("saves nothing when nothing was typed", async () => {
    const keeper = keeperOf();
    keeper.begin(card, () => id(3));
    await keeper.tick();
    expect(requests).toEqual([]);
  });

  it("finds the note of the call again after the browser died", () => {
    const before = keeperOf();
    before.edit(
      before.begin(card, () => id(3)),
      { request: "half a sen" },
    );
    const after = keeperOf();
    expect(after.begin(card, () => id(999))).toBe(id(3));
    expect(after.note(id(3))?.draft.request).toBe("half a sen");
  });

  it("knows after a reload which note of the call the server has", async () => {
    const before = keeperOf();
    const noteId = before.begin(card, () => id(3));
    before.edit(noteId, { request: "saved" });
    await before.tick();
    expect(kept.size).toBe(0);
    expect(before.elsewhere(card.callId)).toBeUndefined();
    expect(keeperOf().elsewhere(card.callId)).toBe(noteId);
    expect(keeperOf().elsewhere(id(2))).toBeUndefined();
  });

  it("shows nobody else's note", () => {
    const before = keeperOf();
    before.edit(
      before.begin(card, () => id(3)),
      { request: "secret" },
    );
    expect(keeperOf(id(5)).note(id(3))).toBeUndefined();
  });

  it("sends what was sent while the server was away, once it is back, under the same id and revision", async () => {
    answer = away;
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    keeper.edit(noteId, typed);
    expect(keeper.send(noteId)).toEqual([]);
    await keeper.tick();
    expect(kept.get(noteId)?.intent).toBe("send");
    answer = accepts;
    for (let second = 0; second < 6; second++) await keeper.tick();
    expect(keeper.note(noteId)?.draft.sent).toBe(true);
    expect(kept.size).toBe(0);
    expect(new Set(requests.map(({ revision }) => revision))).toEqual(new Set([2]));
  });

  it("tries at least every five seconds while the server is away", async () => {
    answer = away;
    const keeper = keeperOf();
    keeper.edit(
      keeper.begin(card, () => id(3)),
      typed,
    );
    for (let second = 0; second < 60; second++) await keeper.tick();
    expect(requests.length).toBeGreaterThanOrEqual(12);
    expect(requests.length).toBeLessThan(25);
  });

  it("does not ask the server for a note that lacks a required answer", () => {
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    expect(keeper.send(noteId)).toHaveLength(3);
    expect(requests).toEqual([]);
  });

  it("still knows the note that just went out", async () => {
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    expect(keeper.lastSent()).toBeUndefined();
    keeper.edit(noteId, typed);
    keeper.send(noteId);
    await keeper.tick();
    expect(keeper.lastSent()?.draft.noteId).toBe(noteId);
  });

  it("opens the form again when the server refuses, and keeps the text", async () => {
    answer = () => ({
      ok: false,
      problem: {
        type: "note-incomplete",
        status: 422,
        errors: [{ field: "request", rule: "too-long" }],
      },
    });
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    keeper.edit(noteId, typed);
    keeper.send(noteId);
    await keeper.tick();
    expect(keeper.note(noteId)).toMatchObject({
      draft: { intent: "draft", sent: false },
      errors: [{ field: "request" }],
    });
    expect(kept.get(noteId)?.request).toBe("x");
    await keeper.tick();
    expect(requests).toHaveLength(1);
  });

  it("keeps what was typed here and what another window saved under the same revision", async () => {
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    const elsewhere: Note = {
      ...noteSave(edited(newDraft(noteId, id(4), card), typed), questions),
      noteId,
      revision: 2,
      state: "draft",
      request: "Rappeler\nen urgence",
      urgency: "urgent",
      callbackWanted: true,
      savedAt: "2026-11-22T12:04:30Z",
    };
    answer = (body) =>
      body.revision > elsewhere.revision
        ? accepts(body)
        : { ok: false, problem: { type: "note-changed", status: 409, note: elsewhere } };
    keeper.edit(noteId, { ...typed, request: "Rappeler\navant midi" });
    keeper.send(noteId);
    for (let second = 0; second < 3; second++) await keeper.tick();
    const after = keeper.note(noteId)?.draft;
    expect(after?.request).toBe("Rappeler\navant midi\nen urgence");
    expect(after).toMatchObject({ urgency: "urgent", callbackWanted: true, sent: false });
    expect(requests.at(-1)).toMatchObject({ intent: "draft", request: after?.request });
  });

  describe("after another window sent the note", () => {
    const gone: Note = {
      ...noteSave(edited(newDraft(id(3), id(4), card), { ...typed, request: "Rappeler" }), []),
      noteId: id(3),
      state: "sent",
      savedAt: "2026-11-22T12:04:30Z",
    };
    const wasSent = (): Outcome<Note> => ({
      ok: false,
      problem: { type: "note-sent", status: 409, note: gone },
    });
    const typeHere = async (here: Partial<Draft>) => {
      const keeper = keeperOf();
      keeper.begin(card, () => id(3));
      answer = wasSent;
      keeper.edit(id(3), { ...typed, ...here });
      await keeper.tick();
      answer = accepts;
      return keeper;
    };

    it.each([
      ["a line", { request: "Rappeler\navant midi" }, { request: "avant midi" }],
      ["a number", { callerNumber: "06 39 98 01 02" }, { callerNumber: "+33639980102" }],
      ["an urgency", { urgency: "urgent" as const }, { urgency: "urgent" }],
      ["an answer", { answers: { [id(71)]: "ordonnance" } }, {}],
    ])("keeps %s typed here as an addition", async (_, here, saved) => {
      const keeper = await typeHere({ request: "Rappeler", ...here });
      expect(keeper.note(id(3))?.draft).toMatchObject({ sent: true, request: "Rappeler" });
      const more = keeperOf().inForm(id(3))?.draft;
      expect(more).toMatchObject({
        addsTo: id(3),
        callId: card.callId,
        intent: "draft",
        sent: false,
      });
      await keeper.tick();
      expect(requests.at(-1)).toMatchObject({ intent: "draft", ...saved });
      expect(keeper.ofCall(card.callId)?.draft.noteId).toBe(more?.noteId);
    });

    it("sends the addition as a note of its own", async () => {
      const keeper = await typeHere({ request: "Rappeler\navant midi" });
      expect(keeper.send(keeper.inForm(id(3))?.draft.noteId ?? "")).toEqual([]);
      await keeper.tick();
      expect(requests.at(-1)).toMatchObject({ intent: "send", request: "avant midi" });
      expect(kept.size).toBe(0);
    });

    it("has nothing to add when the same was sent", async () => {
      const keeper = await typeHere({ request: "Rappeler" });
      expect(keeper.inForm(id(3))?.draft).toMatchObject({ noteId: id(3), sent: true });
      expect(kept.size).toBe(0);
    });
  });

  it("saves a recovered note with its answers although nobody opened it", async () => {
    const before = keeperOf();
    before.edit(
      before.begin(card, () => id(3)),
      typed,
    );
    await keeperOf().tick();
    expect(requests[0]?.answers).toEqual([{ questionId: id(71), value: "rendez-vous" }]);
  });

  it("keeps a half-typed number here although the rest is saved", async () => {
    const keeper = keeperOf();
    const noteId = keeper.begin(card, () => id(3));
    keeper.edit(noteId, { callerNumber: "06 39 9" });
    await keeper.tick();
    expect(requests[0]).not.toHaveProperty("callerNumber");
    expect(kept.get(noteId)?.callerNumber).toBe("06 39 9");
  });
});
