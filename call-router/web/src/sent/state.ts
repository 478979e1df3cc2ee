import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import type { NoteMessage, SentNote } from "../contract";
import type { Draft } from "../note/draft";
import { sentNotes } from "./api";

const soon = 2_000;
const usually = 20_000;
/** A message that is still on its way after so long is looked at with the others. */
const fresh = 120_000;

/** What may still become of a message. A push and an e-mail end at "sent", an SMS usually does not. */
export function settled({ channel, state }: NoteMessage): boolean {
  return state === "failed" || state === "delivered" || (state === "sent" && channel !== "sms");
}

/** The note that went out last from this page. */
type LastSent = Pick<Draft, "noteId" | "savedAt">;

/** When to ask again, in milliseconds: soon while something of the last minutes is on its way, or not known yet. */
export function pace(
  notes: readonly SentNote[] | undefined,
  last: LastSent | undefined,
  now: number,
): number {
  const isFresh = (at: string) => now - Date.parse(at) < fresh;
  const moving = notes?.some(
    ({ sentAt, decided, messages }) => isFresh(sentAt) && !(decided && messages.every(settled)),
  );
  const unknown =
    last?.savedAt !== undefined &&
    isFresh(last.savedAt) &&
    !notes?.some(({ noteId }) => noteId === last.noteId);
  return moving || unknown ? soon : usually;
}

/** What needs a person: failures before what is being retried; undefined when all is well. */
export function worst(messages: readonly NoteMessage[]): "failed" | "retrying" | undefined {
  if (messages.some(({ state }) => state === "failed")) return "failed";
  return messages.some(({ state }) => state === "retrying") ? "retrying" : undefined;
}

/** The newest few, and of the others those that did not reach the customer. */
export function newestAndFailed(notes: readonly SentNote[], few: number): SentNote[] {
  return notes.filter(({ messages }, index) => index < few || worst(messages) === "failed");
}

/** The notes that were sent; read anew when one more went out of this page. */
export function useSentNotes(last: LastSent | undefined, clockAhead: number) {
  const queries = useQueryClient();
  const lastId = last?.noteId;
  useEffect(() => {
    if (lastId !== undefined) void queries.invalidateQueries({ queryKey: ["sent-notes"] });
  }, [queries, lastId]);
  return useQuery({
    queryKey: ["sent-notes"],
    queryFn: sentNotes,
    refetchInterval: ({ state }) => pace(state.data, last, Date.now() + clockAhead),
  });
}
