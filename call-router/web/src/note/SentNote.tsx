import { useTranslation } from "react-i18next";

import type { SentNote as SentNoteState } from "../contract";
import { Messages } from "../sent/Messages";
import { phone } from "../words/phone";
import type { Draft } from "./draft";
import { NoteStatus } from "./NoteStatus";
import type { OpenNote } from "./keeper";
import styles from "./note.module.css";

/** What went out, short, and how the customer is told; it can no longer be changed. */
export function SentNote({ note, told }: { note: OpenNote; told: SentNoteState | undefined }) {
  const { t } = useTranslation();
  const { draft } = note;
  return (
    <section className={styles.form} aria-label={t("note.title")} data-testid="note-sent">
      <div className={styles.head}>
        <h2 className="heading">{t("note.title")}</h2>
        <NoteStatus note={note} />
      </div>
      <p className={styles.sent} role="status">
        <strong>{t("note.sentTitle")}</strong> {t("note.sentHint")}
      </p>
      <p>
        <strong>{draft.callerName}</strong> {phone(draft.callerNumber)}
      </p>
      <Answers draft={draft} note={note} />
      <p className={styles.text}>{draft.request}</p>
      {draft.urgency === "urgent" && <p className={styles.urgent}>{t("note.urgent")}</p>}
      {draft.callbackWanted && <p>{t("note.callback")}</p>}
      {told && (
        <div>
          <h3 className="heading">{t("sent.told")}</h3>
          <Messages note={told} />
        </div>
      )}
    </section>
  );
}

function Answers({ draft, note }: { draft: Draft; note: OpenNote }) {
  const { t } = useTranslation();
  const given = note.questions.filter(({ questionId }) => draft.answers[questionId]);
  return (
    <dl className={styles.answers}>
      {given.map(({ questionId, label, type }) => {
        const value = draft.answers[questionId] ?? "";
        return (
          <div key={questionId}>
            <dt>{label}</dt>
            <dd>{type === "yes-no" ? t(value === "yes" ? "note.yes" : "note.no") : value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
