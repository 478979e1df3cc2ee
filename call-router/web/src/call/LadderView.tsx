import { useTranslation } from "react-i18next";

import type { CallState, Card } from "../contract";
import { useLanguage } from "../look/words";
import { phone } from "../words/phone";
import { clock } from "../words/time";
import styles from "./call.module.css";
import type { LadderRow } from "./state";
import { ladderRows } from "./state";

/** The customer's numbers in the order to try them, each with what happened there last. */
export function LadderView({ card, call }: { card: Card; call: CallState | undefined }) {
  const { t } = useTranslation();
  const rows = ladderRows(card, call);
  return (
    <section className={styles.detail} data-testid="ladder">
      <h2 className="heading">{t("card.ladder")}</h2>
      {!card.putThroughAllowed && <p className="dim">{t("card.notAllowed")}</p>}
      {rows.length === 0 && card.putThroughAllowed && <p className="dim">{t("card.noLadder")}</p>}
      <ol className={styles.ladder}>
        {rows.map((row, index) => (
          <li key={row.number.forwardingNumberId} data-state={row.state}>
            <span className={styles.ladderPosition}>
              {row.number.rung === rows[index - 1]?.number.rung ? "+" : row.number.rung}
            </span>
            <span>
              {row.number.label} <span className={styles.number}>{phone(row.number.number)}</span>
              {row.number.rung === rows[index - 1]?.number.rung && (
                <span className="visually-hidden"> {t("card.atOnce")}</span>
              )}
            </span>
            <Result row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Result({ row }: { row: LadderRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (row.state !== "idle") {
    return <strong className={styles.ladderLive}>{t(`card.${row.state}`)}</strong>;
  }
  if (!row.result) return null;
  return (
    <span className={styles.ladderResult}>
      {t(`card.result.${row.result.outcome}`)} {clock(row.result.at, language)}
    </span>
  );
}
