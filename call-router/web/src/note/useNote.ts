import { useEffect, useSyncExternalStore } from "react";

import type { Card } from "../contract";
import { useNow } from "../look/now";
import { secondsBetween } from "../words/time";
import { noteOf } from "./api";
import type { Draft } from "./draft";
import { newId } from "./id";
import type { NoteKeeper, OpenNote } from "./keeper";

/**
 * The note in the form: the one of the opened task (`noteId`), or of the open call. A note that was
 * begun before the page was loaded again is fetched; otherwise a new one begins.
 */
export function useNote(
  keeper: NoteKeeper,
  card: Card | undefined,
  noteId: string | undefined,
): OpenNote | undefined {
  useEffect(() => {
    if (!card) return;
    const begun = noteId ?? keeper.elsewhere(card.callId);
    if (begun === undefined || keeper.note(begun)) {
      keeper.begin(card, newId);
      return;
    }
    noteOf(begun).then(
      (note) => keeper.adopt(note, card.questions),
      // the server does not have it (any more): it begins again here
      () => keeper.begin(card, () => begun),
    );
  }, [keeper, card, noteId]);

  const callId = card?.callId;
  return useSyncExternalStore(keeper.subscribe, () =>
    noteId === undefined ? keeper.ofCall(callId) : keeper.inForm(noteId),
  );
}

/** Stays on the screen a little after the call is gone, so that the secretary sees it went out. */
const shownAfter = 120;

/** The note that was sent a moment ago. */
export function useJustSent(keeper: NoteKeeper): OpenNote | undefined {
  const now = useNow();
  const note = useSyncExternalStore(keeper.subscribe, () => keeper.lastSent());
  const sentAt = note?.draft.savedAt;
  return sentAt !== undefined && secondsBetween(sentAt, now) < shownAfter ? note : undefined;
}

/** The note that went out last from this page. */
export function useLastSent(keeper: NoteKeeper): Draft | undefined {
  return useSyncExternalStore(keeper.subscribe, () => keeper.lastSent()?.draft);
}

/** How many notes the server does not have yet. */
export function useUnsaved(keeper: NoteKeeper): number {
  return useSyncExternalStore(keeper.subscribe, () => keeper.unsaved());
}
