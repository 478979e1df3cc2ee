import type { Draft } from "./draft";

const prefix = "permanence.note.";

/** Where a note waits in this browser until the server has all of it; survives a crash. */
export interface Shelf {
  put(draft: Draft): void;
  remove(noteId: string): void;
  all(accountId: string): Draft[];
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
