import type { SentNote } from "../contract";
import { http, valueOf } from "../contract/client";

/** What this person sent in the last hours; of a supervisor, what everybody did. */
export async function sentNotes(): Promise<SentNote[]> {
  return (await valueOf(http.GET("/notes"))).items;
}
