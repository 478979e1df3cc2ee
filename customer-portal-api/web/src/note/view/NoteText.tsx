import { useTranslation } from "react-i18next";

import type { Note } from "../../contract/types";
import { useFormats } from "../../shell/format";
import { VoicemailPlayer } from "./VoicemailPlayer";

/** What the caller wanted, as the secretary wrote it. */
export function NoteText({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <article className="card note" aria-label={t("note.title")} data-testid="note">
      <p className="note-text" data-testid="note-request">
        {note.request}
      </p>
      <VoicemailPlayer note={note} />
      {note.answers.length > 0 && (
        <dl className="answers">
          {note.answers.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="note-foot">
        {note.urgency === "URGENT" && <span className="tag tag-urgent">{t("urgency.URGENT")}</span>}
        <span>
          {note.takenBy === null
            ? t("note.voicemail", { time: formats.time(note.takenAt) })
            : t("note.takenBy", { name: note.takenBy, time: formats.time(note.takenAt) })}
        </span>
        {note.callbackWanted && <span data-testid="note-callback">{t("note.callback")}</span>}
        {note.numberConfirmed && <span>{t("note.confirmed")}</span>}
      </p>
    </article>
  );
}
