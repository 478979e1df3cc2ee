import type { Draft } from "./draft";

const prefix = "permanence.note.";
const lastNote = "permanence.last-note";

/** Where a note waits in this browser until the server has all of it; survives a crash. */
export interface Shelf {
  put(draft: Draft): void;
  remove(noteId: string): void;
  all(accountId: string): Draft[];
  /** Which note the last call has: two ids, kept when the note itself has left the shelf. */
  remember(callId: string, noteId: string): void;
  remembered(callId: string): string | undefined;
}

export function browserShelf(storage: Storage): Shelf {
  return {
    put(draft) {
      storage.setItem(prefix + draft.noteId, JSON.stringify(draft));
    },
    remove(noteId) {
      storage.removeItem(prefix + noteId);
    },
    all(accountId) {
      return Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => parsed(storage.getItem(key)))
        .filter((draft) => draft !== undefined)
        .filter((draft) => draft.accountId === accountId);
    },
    remember(callId, noteId) {
      storage.setItem(lastNote, `${callId} ${noteId}`);
    },
    remembered(callId) {
      const [call, note] = (storage.getItem(lastNote) ?? "").split(" ");
      return call === callId ? note : undefined;
    },
  };
}

function parsed(text: string | null): Draft | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "noteId" in value &&
    "accountId" in value &&
    "revision" in value &&
    "answers" in value
  );
}
