import { useTranslation } from "react-i18next";

import { useOfferWords } from "../call/OfferWhy";
import type { Wallboard } from "../contract";
import { duration, secondsBetween } from "../words/time";
import styles from "./wallboard.module.css";

export function SecretaryTiles({
  secretaries,
  now,
}: {
  secretaries: Wallboard["secretaries"];
  now: number;
}) {
  const { t } = useTranslation();
  const words = useOfferWords();
  return (
    <section aria-label={t("wallboard.secretaries")}>
      {secretaries.length === 0 && <p className="dim">{t("wallboard.nobody")}</p>}
      <ul className={styles.tiles}>
        {secretaries.map((secretary) => (
          <li key={secretary.accountId} className={styles.tile} data-state={secretary.state}>
            <strong>{secretary.name}</strong>
            <span>
              {secretary.reason
                ? t(`presence.reason.${secretary.reason}`)
                : t(`presence.state.${secretary.state}`)}
            </span>
            <span className={styles.tileTime}>
              {duration(secondsBetween(secretary.since, now))}
            </span>
            {secretary.why && <small className="dim">{words(secretary.why).join(" ")}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
