import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { CALLS } from "../call/state";
import type { CallInFull, Feedback, Note } from "../contract/types";
import {
  deleteNote,
  deliveries,
  giveFeedback,
  note,
  type NoteChange,
  type NoteVersion,
  updateNote,
  withdrawFeedback,
} from "./api";

/** A note by the opaque id a notification carries. */
export function useNote(noteId: string) {
  return useQuery({ queryKey: ["notes", noteId], queryFn: () => note(noteId) });
}

/** The change of a note; what is shown follows the server's answer, then the lists are read again. */
export function useUpdateNote() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ note: known, change }: { note: NoteVersion; change: NoteChange }) =>
      updateNote(known, change),
    onSuccess: (changed: Note) => {
      if (changed.callId !== null) {
        queries.setQueryData<CallInFull>([...CALLS, "one", changed.callId], (call) =>
          call === undefined ? undefined : { ...call, note: changed },
        );
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...CALLS] }),
  });
}

export function useDeleteNote() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (known: NoteVersion & { readonly callId: string | null }) => deleteNote(known),
    onSuccess: (_, { callId, id }) => {
      queries.removeQueries({ queryKey: [...CALLS, "one", callId] });
      queries.removeQueries({ queryKey: ["notes", id] });
      queries.removeQueries({ queryKey: ["deliveries", id] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...CALLS, "list"] }),
  });
}

export function useFeedback(noteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (feedback: Feedback | null) => {
      await (feedback === null ? withdrawFeedback(noteId) : giveFeedback(noteId, feedback));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...CALLS, "one"] }),
  });
}

export function useDeliveries(noteId: string) {
  return useQuery({ queryKey: ["deliveries", noteId], queryFn: () => deliveries(noteId) });
}
