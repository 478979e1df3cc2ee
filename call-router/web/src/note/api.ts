import type { Note, NoteSave } from "../contract";
import type { Outcome } from "../contract/client";
import { fromConsole, http, outcome, valueOf } from "../contract/client";

export function saveNote(noteId: string, body: NoteSave): Promise<Outcome<Note>> {
  return outcome(
    http.PUT("/notes/{noteId}", { params: { path: { noteId }, header: fromConsole }, body }),
  );
}

export function noteOf(noteId: string): Promise<Note> {
  return valueOf(http.GET("/notes/{noteId}", { params: { path: { noteId } } }));
}
