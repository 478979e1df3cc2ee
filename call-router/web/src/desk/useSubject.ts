import { useQuery } from "@tanstack/react-query";

import { cardOf } from "../call/api";
import { cardInView } from "../call/state";
import type { Card, Task } from "../contract";
import type { OpenNote } from "../note/keeper";
import { useNote } from "../note/useNote";
import type { Desk } from "./state";
import type { Workplace } from "./workplace";

/** What the desk is about right now: the card in the middle and the note beside it. */
export interface Subject {
  card: Card | undefined;
  note: OpenNote | undefined;
  /** The card is on its way. */
  loading: boolean;
}

/** The open call; otherwise the opened task; otherwise the offered call, which has no note yet. */
export function useSubject(workplace: Workplace, desk: Desk, task: Task | undefined): Subject {
  const wanted = desk.call ? (desk.card ? undefined : desk.call.callId) : task?.callId;
  const fetched = useQuery({
    queryKey: ["card", wanted],
    queryFn: () => cardOf(wanted ?? ""),
    enabled: wanted !== undefined,
    staleTime: 60_000,
    // what the database could not tell is asked for until it can
    refetchInterval: ({ state }) => (state.data?.incomplete ? 2_000 : false),
  });
  const found = wanted === undefined ? undefined : fetched.data;
  const noteCard = desk.call ? (desk.card ?? found) : task && found;
  return {
    card: cardInView(desk) ?? found,
    note: useNote(workplace.notes, noteCard, task ? task.noteId : knownNote(workplace, desk)),
    loading: wanted !== undefined && fetched.isPending,
  };
}

/** The server may know of a note that this browser does not: begun on another computer. */
function knownNote({ notes }: Workplace, { call }: Desk): string | undefined {
  return call && notes.ofCall(call.callId) === undefined ? call.noteId : undefined;
}
