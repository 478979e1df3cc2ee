import { useEffect, useSyncExternalStore } from "react";

import type { Card } from "../contract";
import { noteOf } from "./api";
import { newId } from "./id";
import type { NoteKeeper, OpenNote } from "./keeper";

/** The note in the form: of the open call, or the one of the task that was opened. */
export function useNote(
  keeper: NoteKeeper,
  card: Card | undefined,
  noteId: string | undefined,
): OpenNote | undefined {
  useEffect(() => {
    if (!card) return;
    if (noteId === undefined) {
      keeper.begin(card, newId);
      return;
    }
    noteOf(noteId).then(
      (note) => keeper.adopt(note, card.questions),
      // the server does not have it (any more): it begins again here
      () => keeper.begin(card, () => noteId),
    );
  }, [keeper, card, noteId]);

  const callId = card?.callId;
  return useSyncExternalStore(keeper.subscribe, () =>
    noteId === undefined ? keeper.ofCall(callId) : keeper.note(noteId),
  );
}

/** How many notes the server does not have yet. */
export function useUnsaved(keeper: NoteKeeper): number {
  return useSyncExternalStore(keeper.subscribe, () => keeper.unsaved());
}
