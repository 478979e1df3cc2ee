import { useTranslation } from "react-i18next";
import { Redirect } from "wouter";

import { Page } from "../../shell/view/Page";
import { Failed, Waiting } from "../../shell/view/States";
import { useNote } from "../state";
import { NoteActions } from "./NoteActions";
import { NoteText } from "./NoteText";

/** Where a notification leads: to the note's call, or to the note alone when it has none. */
export function NoteLink({ noteId }: { readonly noteId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useNote(noteId);
  if (data !== undefined && data.callId !== null) {
    return <Redirect to={`/calls/${data.callId}`} replace />;
  }
  return (
    <Page title={t("note.title")} back="/" testId="note-alone">
      {data !== undefined ? (
        <>
          <NoteText note={data} />
          <NoteActions note={data} />
        </>
      ) : error === null ? (
        <Waiting rows={3} />
      ) : (
        <Failed error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
