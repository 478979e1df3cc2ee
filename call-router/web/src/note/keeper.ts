import type { Card, FieldError, Note, NoteSave, Problem, Question } from "../contract";
import type { Outcome } from "../contract/client";
import { passing } from "../contract/client";
import type { Change, Draft } from "./draft";
import {
  addition,
  backToForm,
  dirty,
  draftOf,
  edited,
  missing,
  newDraft,
  noteSave,
  savedWhole,
  sending,
  stored,
  together,
} from "./draft";
import { newId } from "./id";
import type { Shelf } from "./shelf";

/** One note in the form, with all the form has to show. */
export interface OpenNote {
  draft: Draft;
  questions: readonly Question[];
  /** The card it was begun from did not know yet who calls. */
  incomplete: boolean;
  errors: readonly FieldError[];
  /** Why the last save did not succeed. */
  problem: Problem | undefined;
  busy: boolean;
}

export type Save = (noteId: string, body: NoteSave) => Promise<Outcome<Note>>;

/** Seconds between attempts while the server is away: at most this. */
const longestWait = 5;

/**
 * Keeps notes from being lost. Every change goes to the shelf of this browser at once and to the
 * server with the next tick (each second); what the server has whole leaves the shelf. A note
 * that was sent while the server was away goes out when it is back.
 */
export class NoteKeeper {
  readonly #save: Save;
  readonly #shelf: Shelf;
  readonly #accountId: string;
  readonly #newNoteId: () => string;
  readonly #notes = new Map<string, OpenNote>();
  readonly #waits = new Map<string, { failures: number; ticks: number }>();
  readonly #listeners = new Set<() => void>();

  constructor(save: Save, shelf: Shelf, accountId: string, newNoteId = newId) {
    this.#save = save;
    this.#shelf = shelf;
    this.#accountId = accountId;
    this.#newNoteId = newNoteId;
    for (const draft of shelf.all(accountId)) this.#put(open(draft, []));
  }

  /** The note of a call: the one begun before a reload, or a new one. */
  begin(card: Card, newNoteId: () => string): string {
    const begun = [...this.#notes.values()].find(
      ({ draft }) => draft.callId === card.callId && !draft.sent,
    );
    const note = begun ?? open(newDraft(newNoteId(), this.#accountId, card), []);
    this.#put({ ...note, questions: card.questions, incomplete: card.incomplete === true });
    // the card says only now who calls; what stands in the form is the secretary's
    const { name } = card.caller;
    if (note.incomplete && name !== undefined && note.draft.callerName === "") {
      this.edit(note.draft.noteId, { callerName: name });
    }
    return note.draft.noteId;
  }

  /** A note the server kept, to be finished; what was typed here since is newer. */
  adopt(note: Note, questions: readonly Question[]): void {
    const here = this.#notes.get(note.noteId);
    const draft = here && dirty(here.draft) ? here.draft : draftOf(note, this.#accountId);
    this.#put({ ...open(draft, questions), problem: here?.problem });
  }

  note(noteId: string | undefined): OpenNote | undefined {
    return noteId === undefined ? undefined : this.#notes.get(noteId);
  }

  /** What is in the form for a note: itself, or the addition to it that is still to be sent. */
  inForm(noteId: string): OpenNote | undefined {
    const more = [...this.#notes.values()].find(
      ({ draft }) => draft.addsTo === noteId && !draft.sent,
    );
    return more ?? this.#notes.get(noteId);
  }

  /** A note begun before a reload that only the server has now. */
  elsewhere(callId: string): string | undefined {
    const noteId = this.#shelf.remembered(callId);
    return noteId === undefined || this.#notes.has(noteId) ? undefined : noteId;
  }

  /** The note that went out last from this page. */
  lastSent(): OpenNote | undefined {
    return [...this.#notes.values()]
      .filter(({ draft }) => draft.sent && draft.savedAt !== undefined)
      .reduce<OpenNote | undefined>(
        (last, note) =>
          Date.parse(note.draft.savedAt ?? "") >= Date.parse(last?.draft.savedAt ?? "0")
            ? note
            : last,
        undefined,
      );
  }

  /** The newest note about a call. */
  ofCall(callId: string | undefined): OpenNote | undefined {
    return [...this.#notes.values()].findLast(({ draft }) => draft.callId === callId);
  }

  edit(noteId: string, change: Change): void {
    const note = this.#notes.get(noteId);
    if (!note) return;
    const draft = edited(note.draft, change);
    if (draft === note.draft) return;
    this.#shelf.put(draft);
    this.#shelf.remember(draft.callId, noteId);
    const fields = new Set(Object.keys(change));
    const errors = note.errors.filter(({ field }) => !fields.has(field.split("/")[0] ?? field));
    this.#put({ ...note, draft, errors });
  }

  /** Sends it, or says what is missing. */
  send(noteId: string): readonly FieldError[] {
    const note = this.#notes.get(noteId);
    if (!note) return [];
    const errors = missing(note.draft, note.questions);
    if (errors.length > 0) {
      this.#put({ ...note, errors });
      return errors;
    }
    const draft = sending(note.draft);
    this.#shelf.put(draft);
    this.#put({ ...note, draft, errors: [], problem: undefined });
    this.#waits.delete(noteId);
    void this.#attempt(noteId);
    return [];
  }

  /** Called each second: saves what changed. */
  async tick(): Promise<void> {
    const due = [...this.#notes.values()].filter(({ draft, busy }) => {
      const wait = this.#waits.get(draft.noteId);
      if (wait && wait.ticks > 0) wait.ticks -= 1;
      return dirty(draft) && !busy && (wait?.ticks ?? 0) === 0;
    });
    await Promise.all(due.map(({ draft }) => this.#attempt(draft.noteId)));
  }

  /** The server is back: try at once. */
  retryNow(): void {
    this.#waits.clear();
    void this.tick();
  }

  /** Anything the server does not have yet. */
  unsaved(): number {
    return [...this.#notes.values()].filter(({ draft }) => dirty(draft)).length;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #attempt(noteId: string): Promise<void> {
    const note = this.#notes.get(noteId);
    if (!note || note.busy || !dirty(note.draft)) return;
    this.#put({ ...note, busy: true });
    const result = await this.#save(noteId, noteSave(note.draft, note.questions));
    const now = this.#notes.get(noteId) ?? note;
    this.#put({
      ...(result.ok ? this.#kept(now, result.value) : this.#refused(now, result.problem)),
      busy: false,
    });
    // sent while a draft was being saved: it does not wait for the next second
    const after = this.#notes.get(noteId);
    if (result.ok && after?.draft.intent === "send" && dirty(after.draft)) {
      await this.#attempt(noteId);
    }
  }

  #kept(note: OpenNote, answer: Note): OpenNote {
    const draft = stored(note.draft, answer);
    this.#waits.delete(draft.noteId);
    if (savedWhole(draft)) this.#shelf.remove(draft.noteId);
    return { ...note, draft, problem: undefined };
  }

  #refused(note: OpenNote, problem: Problem): OpenNote {
    const { noteId } = note.draft;
    if (passing(problem)) {
      const failures = (this.#waits.get(noteId)?.failures ?? 0) + 1;
      this.#waits.set(noteId, { failures, ticks: Math.min(failures, longestWait) });
      return { ...note, problem };
    }
    if (problem.type === "note-sent" && problem.note) {
      return this.#sentElsewhere(note, problem.note);
    }
    if (problem.type === "note-changed") {
      // written from another window meanwhile: both are kept, and the secretary sees both
      const draft =
        problem.note === undefined
          ? { ...note.draft, revision: note.draft.revision + 100 }
          : together(note.draft, problem.note);
      this.#shelf.put(draft);
      return { ...note, draft, problem };
    }
    // asking again would be answered alike: wait for the next change
    const draft = { ...backToForm(note.draft), saved: note.draft.revision };
    this.#shelf.put({ ...draft, saved: note.draft.saved });
    return { ...note, draft, problem, errors: problem.errors ?? note.errors };
  }

  /** Another window has sent it: what stands only here goes on as an addition. */
  #sentElsewhere(note: OpenNote, gone: Note): OpenNote {
    const more = addition(note.draft, gone, this.#newNoteId());
    if (more) {
      this.#shelf.put(more);
      this.#shelf.remember(more.callId, more.noteId);
      this.#put(open(more, note.questions));
    }
    this.#shelf.remove(gone.noteId);
    return open(draftOf(gone, this.#accountId), note.questions);
  }

  #put(note: OpenNote): void {
    this.#notes.set(note.draft.noteId, note);
    for (const listener of this.#listeners) listener();
  }
}

function open(draft: Draft, questions: readonly Question[]): OpenNote {
  return { draft, questions, incomplete: false, errors: [], problem: undefined, busy: false };
}
