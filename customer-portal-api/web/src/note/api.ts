import { ifMatch, portal, take } from "../contract/client";
import type { Delivery, Feedback, Note } from "../contract/types";

export function note(noteId: string): Promise<Note> {
  return take(portal.GET("/notes/{noteId}", { params: { path: { noteId } } }));
}

export interface NoteChange {
  readonly read?: boolean;
  readonly binned?: boolean;
}

export interface NoteVersion {
  readonly id: string;
  readonly version: number;
}

export function updateNote({ id, version }: NoteVersion, change: NoteChange): Promise<Note> {
  return take(
    portal.PATCH("/notes/{noteId}", {
      params: { path: { noteId: id }, header: ifMatch(version) },
      body: change,
    }),
  );
}

export async function deleteNote({ id, version }: NoteVersion): Promise<void> {
  await take(
    portal.DELETE("/notes/{noteId}", {
      params: { path: { noteId: id }, header: ifMatch(version) },
    }),
  );
}

export function giveFeedback(noteId: string, feedback: Feedback): Promise<Feedback> {
  return take(
    portal.PUT("/notes/{noteId}/feedback", { params: { path: { noteId } }, body: feedback }),
  );
}

export async function withdrawFeedback(noteId: string): Promise<void> {
  await take(portal.DELETE("/notes/{noteId}/feedback", { params: { path: { noteId } } }));
}

export async function deliveries(noteId: string): Promise<Delivery[]> {
  const { items } = await take(
    portal.GET("/notes/{noteId}/deliveries", { params: { path: { noteId } } }),
  );
  return items;
}
