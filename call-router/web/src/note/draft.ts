import type { Answer, Card, FieldError, Note, NoteSave, Question } from "../contract";
import { toE164 } from "../words/phone";

/** A note as it stands in the form. `revision` grows with each change; `saved` is what the server has. */
export interface Draft {
  noteId: string;
  /** The note of this call that had been sent without what is written here. */
  addsTo?: string;
  callId: string;
  accountId: string;
  callerName: string;
  /** As typed; becomes E.164 when saved. */
  callerNumber: string;
  numberReadBack: boolean;
  request: string;
  urgency: NoteSave["urgency"];
  callbackWanted: boolean;
  answers: Record<string, string>;
  revision: number;
  saved: number;
  savedAt: string | undefined;
  /** `send` from the moment the secretary sent it until the server has it. */
  intent: "draft" | "send";
  sent: boolean;
}

export type Change = Partial<
  Pick<
    Draft,
    | "callerName"
    | "callerNumber"
    | "numberReadBack"
    | "request"
    | "urgency"
    | "callbackWanted"
    | "answers"
  >
>;

/** A new note about a call; what the card knows is filled in. */
export function newDraft(noteId: string, accountId: string, card: Card): Draft {
  return {
    noteId,
    callId: card.callId,
    accountId,
    callerName: card.caller.name ?? "",
    callerNumber: card.caller.number ?? "",
    numberReadBack: false,
    request: "",
    urgency: "normal",
    callbackWanted: false,
    answers: {},
    revision: 0,
    saved: 0,
    savedAt: undefined,
    intent: "draft",
    sent: false,
  };
}

/** A note that the server kept, to be finished. */
export function draftOf(note: Note, accountId: string): Draft {
  return {
    noteId: note.noteId,
    callId: note.callId,
    accountId,
    callerName: note.callerName,
    callerNumber: note.callerNumber ?? "",
    numberReadBack: note.numberReadBack,
    request: note.request,
    urgency: note.urgency,
    callbackWanted: note.callbackWanted,
    answers: Object.fromEntries(note.answers.map((answer) => [answer.questionId, answer.value])),
    revision: note.revision,
    saved: note.revision,
    savedAt: note.savedAt,
    intent: "draft",
    sent: note.state === "sent",
  };
}

/** Every change is a new revision; a note on its way out takes none. */
export function edited(draft: Draft, change: Change): Draft {
  if (draft.sent || draft.intent === "send") return draft;
  const numberChanged =
    change.callerNumber !== undefined && change.callerNumber !== draft.callerNumber;
  return {
    ...draft,
    ...change,
    // another number has not been read back
    numberReadBack: numberChanged ? false : (change.numberReadBack ?? draft.numberReadBack),
    revision: draft.revision + 1,
  };
}

export function sending(draft: Draft): Draft {
  if (draft.sent || draft.intent === "send") return draft;
  return { ...draft, intent: "send", revision: draft.revision + 1 };
}

/** The server refused to send it: it can be edited again. */
export function backToForm(draft: Draft): Draft {
  return { ...draft, intent: "draft" };
}

/**
 * What stands here with what was written elsewhere: a field of this form counts where it is
 * filled, and each line of the other request that is not here is put below.
 */
export function together(draft: Draft, elsewhere: Note): Draft {
  const other = draftOf(elsewhere, draft.accountId);
  const here = new Set(lines(draft.request));
  const more = lines(other.request).filter((line) => !here.has(line));
  const answers = { ...other.answers };
  for (const [questionId, value] of Object.entries(draft.answers)) {
    if (value.trim() !== "" || answers[questionId] === undefined) answers[questionId] = value;
  }
  return {
    ...draft,
    callerName: draft.callerName.trim() === "" ? other.callerName : draft.callerName,
    callerNumber: draft.callerNumber.trim() === "" ? other.callerNumber : draft.callerNumber,
    request: [draft.request.trimEnd(), ...more].filter((line) => line !== "").join("\n"),
    urgency: other.urgency === "urgent" ? "urgent" : draft.urgency,
    callbackWanted: draft.callbackWanted || other.callbackWanted,
    answers,
    // what she has not seen yet does not go out by itself
    intent: more.length > 0 ? "draft" : draft.intent,
    revision: Math.max(draft.revision, elsewhere.revision) + 1,
    savedAt: elsewhere.savedAt,
  };
}

/**
 * A further note of the call with what was typed here and does not stand in the note that another
 * window has sent; undefined when nothing is missing there. What nobody filled here is as sent.
 */
export function addition(draft: Draft, gone: Note, noteId: string): Draft | undefined {
  const there = draftOf(gone, draft.accountId);
  const { callerName, callerNumber, answers, urgency, callbackWanted } = together(draft, gone);
  const said = new Set(lines(gone.request));
  const request = lines(draft.request).filter((line) => !said.has(line));
  const missing =
    request.length > 0 ||
    callerName !== there.callerName ||
    (toE164(callerNumber) ?? callerNumber) !== there.callerNumber ||
    urgency !== there.urgency ||
    callbackWanted !== there.callbackWanted ||
    Object.entries(answers).some(([id, value]) => value !== (there.answers[id] ?? ""));
  if (!missing) return undefined;
  return {
    ...draft,
    noteId,
    addsTo: gone.noteId,
    callerName,
    callerNumber,
    answers,
    request: request.join("\n"),
    revision: 1,
    saved: 0,
    savedAt: undefined,
    // only she can say whether it is still worth a message
    intent: "draft",
  };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The server has this revision; the form may have gone on meanwhile. */
export function stored(draft: Draft, note: Note): Draft {
  return {
    ...draft,
    saved: Math.max(draft.saved, note.revision),
    savedAt: note.savedAt,
    sent: note.state === "sent",
  };
}

export function dirty(draft: Draft): boolean {
  return !draft.sent && draft.revision > draft.saved;
}

/** Whether the server has all that was typed; a half-typed number stays only here. */
export function savedWhole(draft: Draft): boolean {
  const number = draft.callerNumber.trim();
  return !dirty(draft) && (draft.sent || number === "" || toE164(number) !== undefined);
}

/** Questions that apply, given the answers so far. */
export function questionsToAsk(
  questions: readonly Question[],
  answers: Record<string, string>,
): Question[] {
  return questions.filter(
    ({ onlyWhen }) => !onlyWhen || answers[onlyWhen.questionId] === onlyWhen.answer,
  );
}

/** What is still missing before the note may be sent. */
export function missing(draft: Draft, questions: readonly Question[]): FieldError[] {
  const errors: FieldError[] = [];
  if (draft.callerName.trim() === "") errors.push({ field: "callerName", rule: "required" });
  if (draft.callerNumber.trim() !== "" && toE164(draft.callerNumber) === undefined) {
    errors.push({ field: "callerNumber", rule: "not-a-number" });
  }
  for (const question of questionsToAsk(questions, draft.answers)) {
    const rule = answerFault(question, draft.answers[question.questionId]?.trim() ?? "");
    if (rule) errors.push({ field: `answers/${question.questionId}`, rule });
  }
  if (draft.request.trim() === "") errors.push({ field: "request", rule: "required" });
  return errors;
}

function answerFault(question: Question, value: string): string | undefined {
  if (value === "") return question.required ? "required" : undefined;
  switch (question.type) {
    case "number":
      return /^-?\d+([.,]\d+)?$/.test(value) ? undefined : "not-a-number";
    case "phone":
      return toE164(value) === undefined ? "not-a-number" : undefined;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : "not-a-date";
    case "time":
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : "not-a-time";
    case "choice":
      return question.choices?.includes(value) === false ? "not-a-choice" : undefined;
    case "text":
    case "long-text":
    case "yes-no":
      return undefined;
  }
}

/** What is sent to the server. Answers to questions that no longer apply are left out. */
export function noteSave(draft: Draft, questions: readonly Question[]): NoteSave {
  const number = toE164(draft.callerNumber);
  return {
    revision: draft.revision,
    intent: draft.intent,
    callId: draft.callId,
    callerName: oneLine(draft.callerName),
    ...(number !== undefined && { callerNumber: number }),
    numberReadBack: draft.numberReadBack && number !== undefined,
    request: printable(draft.request),
    urgency: draft.urgency,
    callbackWanted: draft.callbackWanted,
    answers: answersOf(draft, questions),
  };
}

/** What is pasted may hold characters that nobody sees; the server takes none of them. */
function printable(text: string): string {
  return text.replace(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, "").trim();
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/gu, " "));
}

function answersOf(draft: Draft, questions: readonly Question[]): Answer[] {
  if (questions.length === 0) {
    // a note recovered without its card: the server knows the questions
    return Object.entries(draft.answers).map(([questionId, value]) => ({
      questionId,
      value: printable(value),
    }));
  }
  return questionsToAsk(questions, draft.answers).flatMap(({ questionId, type }) => {
    const typed = printable(draft.answers[questionId] ?? "");
    if (typed === "") return [];
    if (type === "phone") return [{ questionId, value: toE164(typed) ?? typed }];
    return [{ questionId, value: type === "number" ? typed.replace(",", ".") : typed }];
  });
}
