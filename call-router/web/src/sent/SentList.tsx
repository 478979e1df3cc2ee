import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, SentNote } from "../contract";
import { useNow } from "../look/now";
import { useLanguage } from "../look/words";
import { moment } from "../words/time";
import { Messages } from "./Messages";
import styles from "./sent.module.css";
import { newestAndFailed, worst } from "./state";

const few = 6;

interface SentListProps {
  me: Me;
  notes: readonly SentNote[] | undefined;
  failed: boolean;
}

/** The notes of the last hours and whether the customer was told of them (C2), newest first. */
export function SentList({ me, notes, failed }: SentListProps) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  const title = me.role === "supervisor" ? "sent.titleAll" : "sent.title";
  const shown = all ? notes : notes && newestAndFailed(notes, few);
  const more = (notes?.length ?? 0) - (shown?.length ?? 0);
  return (
    <section aria-labelledby="sent-title" data-testid="sent-notes">
      <h2 className="heading" id="sent-title" tabIndex={-1}>
        {t(title)}
      </h2>
      {failed && <p className="dim">{t("sent.unknown")}</p>}
      {notes === undefined && !failed && <p className="dim">{t("app.loading")}</p>}
      {notes?.length === 0 && <p className="dim">{t("sent.none")}</p>}
      <ul className={styles.notes}>
        {shown?.map((note) => (
          <SentLine key={note.noteId} note={note} />
        ))}
      </ul>
      {(all || more > 0) && (
        <button type="button" className="link-button" onClick={() => showAll(!all)}>
          {t(all ? "sent.fewer" : "sent.more", { count: more })}
        </button>
      )}
    </section>
  );
}

function SentLine({ note }: { note: SentNote }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const about = [note.customerName, note.callerName].filter(Boolean).join(" · ");
  return (
    <li className={styles.note} data-note-id={note.noteId} data-worst={worst(note.messages)}>
      <p>
        <span className="dim">{moment(note.sentAt, now, language)}</span> <strong>{about}</strong>
        {note.urgency === "urgent" && <span className={styles.urgent}> · {t("note.urgent")}</span>}
        {!note.mine && note.secretary !== undefined && (
          <span className="dim"> · {note.secretary}</span>
        )}
      </p>
      <Messages note={note} />
    </li>
  );
}
