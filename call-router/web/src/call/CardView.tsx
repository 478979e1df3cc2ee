import { useTranslation } from "react-i18next";

import type { CallState, Card } from "../contract";
import { ActionButton } from "../desk/actions";
import { useNow } from "../look/now";
import { useLanguage, useVerdictWords } from "../look/words";
import { phone } from "../words/phone";
import { unbroken } from "../words/text";
import { moment } from "../words/time";
import { CallBar } from "./CallBar";
import { aboutCaller, CallerName, customerOf } from "./CallerName";
import { LadderView } from "./LadderView";
import { OfferWhy } from "./OfferWhy";
import styles from "./call.module.css";

interface CardViewProps {
  card: Card;
  call: CallState | undefined;
}

/** Greeting, caller, verdict in the largest type and in this order; then what can be done; then the rest. */
export function CardView({ card, call }: CardViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { customer, line } = card;
  const about = [customer.person, customer.trade].filter(Boolean).join(", ");
  const remark = aboutCaller(card);
  return (
    <article className={styles.card} aria-label={t("card.label")} data-testid="card">
      <header className={styles.cardHead}>
        <h1 data-testid="card-customer">{customerOf(card)}</h1>
        <p className="dim">
          {about !== "" && `${about} · `}
          {t("card.line", { number: phone(line.number) })}
        </p>
      </header>
      {card.liveTest && <p className={styles.liveTest}>{t("card.liveTest")}</p>}
      {card.language && card.language !== language && (
        <p className={styles.liveTest}>{t("card.otherLanguage")}</p>
      )}
      {card.incomplete && (
        <p className={styles.incomplete} role="status" data-testid="card-incomplete">
          {t("card.incomplete")}
        </p>
      )}
      <p className={styles.greeting} data-testid="card-greeting">
        « {unbroken(card.greeting)} »
      </p>
      <p className={styles.caller} data-testid="caller-name">
        <CallerName card={card} />
      </p>
      {remark !== "" && <p className={styles.remark}>{remark}</p>}
      <VerdictLine card={card} />
      {call && <CallBar call={call} />}
      <div className={styles.details}>
        <LadderView card={card} call={call} />
        <Instructions card={card} />
        <Earlier card={card} />
        {call?.why && <OfferWhy why={call.why} />}
      </div>
    </article>
  );
}

function VerdictLine({ card }: { card: Card }) {
  const { t } = useTranslation();
  const words = useVerdictWords();
  const language = useLanguage();
  const now = useNow();
  const { sentence } = words(card.verdict, card.customer.timeZone, now);
  const connect = card.verdict.action === "connect";
  return (
    <div className={connect ? styles.verdictGo : styles.verdictNote}>
      <p className={styles.verdict} data-testid="verdict" data-verdict={card.verdict.action}>
        <span aria-hidden="true">{connect ? "→ " : "✎ "}</span>
        {sentence}
      </p>
      <ActionButton name="why" className="link-button">
        {t("card.why")}
      </ActionButton>
      {card.verdict.snapshotAt !== undefined && (
        <p className={styles.stale} data-testid="from-snapshot">
          {t("verdict.stale", { time: moment(card.verdict.snapshotAt, now, language) })}
        </p>
      )}
    </div>
  );
}

function Instructions({ card }: { card: Card }) {
  const { t } = useTranslation();
  const { message, notes } = card.instruction;
  return (
    <section className={styles.detail}>
      {message !== undefined && (
        <>
          <h2 className="heading">{t("card.message")}</h2>
          <p className={styles.message}>{unbroken(message)}</p>
        </>
      )}
      <h2 className="heading">{t("card.notes")}</h2>
      <p className={styles.notes}>
        {notes !== undefined ? unbroken(notes) : <span className="dim">{t("card.noNotes")}</span>}
      </p>
    </section>
  );
}

function Earlier({ card }: { card: Card }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { earlierCalls, withheld } = card.caller;
  const notYet = card.incomplete ? "card.earlierNotYet" : "card.noEarlier";
  const none = withheld ? "card.earlierWithheld" : notYet;
  return (
    <section className={styles.detail}>
      <h2 className="heading">{t("card.earlier")}</h2>
      {earlierCalls.length === 0 && <p className="dim">{t(none)}</p>}
      <ul className={styles.earlier}>
        {earlierCalls.map((earlier) => (
          <li key={earlier.callId}>
            <span className={styles.earlierAt}>{moment(earlier.at, now, language)}</span>{" "}
            {earlier.note ?? t(`card.outcome.${earlier.outcome}`)}
            {earlier.secretary !== undefined && <span className="dim"> ({earlier.secretary})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
