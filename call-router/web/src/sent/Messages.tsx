import { useTranslation } from "react-i18next";

import type { NoteMessage, SentNote } from "../contract";
import { useNow } from "../look/now";
import { useLanguage, useFailureWords } from "../look/words";
import { moment } from "../words/time";
import styles from "./sent.module.css";

/** How the customer was told of a note, a line a message (C2); the words are those of the customer's app. */
export function Messages({ note }: { note: SentNote }) {
  const { t } = useTranslation();
  if (!note.decided) return <p className="dim">{t("sent.preparing")}</p>;
  if (note.messages.length === 0) return <p className="dim">{t("sent.nobody")}</p>;
  return (
    <ul className={styles.messages} data-testid="note-messages">
      {note.messages.map((message) => (
        <MessageLine key={message.messageId} message={message} />
      ))}
    </ul>
  );
}

function MessageLine({ message }: { message: NoteMessage }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const failure = useFailureWords();
  const { channel, target, state, why, attempts, againAt, changedAt } = message;
  const time = moment(againAt ?? changedAt, now, language);
  return (
    <li data-channel={channel} data-state={state}>
      <span>
        {t(`sent.channel.${channel}`)}
        {target !== undefined && <span className="dim"> {target}</span>}
      </span>{" "}
      <strong className={styles[state]}>
        {t(`sent.state.${state}`, { time })} {state !== "retrying" && time}
      </strong>
      {state === "retrying" && (
        <span className="dim"> ({t("sent.attempts", { count: attempts })})</span>
      )}
      {why !== undefined && <span className={styles.why}>{failure(why)}</span>}
    </li>
  );
}
