import { useEffect, useState, useSyncExternalStore } from "react";

import type { Card } from "../contract";
import { newId } from "./id";
import type { NoteKeeper, OpenNote } from "./keeper";
import { noteOf } from "./api";

/** The note in the form: of the open call, or of the task that was opened. */
export function useNote(
  keeper: NoteKeeper,
  card: Card | undefined,
  noteId: string | undefined,
): OpenNote | undefined {
  const [opened, setOpened] = useState<{ callId: string; noteId: string }>();

  useEffect(() => {
    if (!card) return;
    if (noteId === undefined) {
      setOpened({ callId: card.callId, noteId: keeper.begin(card, newId) });
      return;
    }
    let current = true;
    noteOf(noteId).then(
      (note) => {
        if (!current) return;
        keeper.adopt(note, card.questions);
        setOpened({ callId: card.callId, noteId });
      },
      () => {
        // the server does not have it (any more): a note for this call begins here
        if (current) setOpened({ callId: card.callId, noteId: keeper.begin(card, () => noteId) });
      },
    );
    return () => {
      current = false;
    };
  }, [keeper, card, noteId]);

  const shown = opened?.callId === card?.callId ? opened?.noteId : undefined;
  return useSyncExternalStore(keeper.subscribe, () => keeper.note(shown));
}

/** How many notes the server does not have yet. */
export function useUnsaved(keeper: NoteKeeper): number {
  return useSyncExternalStore(keeper.subscribe, () => keeper.unsaved());
}
