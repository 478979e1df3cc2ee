import { useTranslation } from "react-i18next";

import { KeyHint, useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { duration, secondsBetween } from "../words/time";
import styles from "./team.module.css";

/** Who is parked where; not there while nobody is. */
export function ParkedList() {
  const { t } = useTranslation();
  const { available, pickUp } = useActions();
  const parked = useDesk((desk) => desk.team?.parked) ?? [];
  const now = useNow();
  if (parked.length === 0) return null;
  return (
    <section aria-labelledby="parked-title" data-testid="parked">
      <h2 className="heading" id="parked-title">
        {t("parked.title")}
      </h2>
      <ul className={styles.list}>
        {parked.map((call) => (
          <li key={call.callId} data-slot={call.slot}>
            <strong className={styles.slot} aria-label={t("parked.slot", { slot: call.slot })}>
              {call.slot}
            </strong>
            <span className={styles.name}>
              {call.callerName ?? call.customerName}
              {call.vip && (
                <span aria-label={t("card.vip")} role="img">
                  {" "}
                  ★
                </span>
              )}
              <small className="dim"> {t("parked.by", { name: call.parkedBy })}</small>
            </span>
            <span className={styles.time}>{duration(secondsBetween(call.since, now))}</span>
            {available.has("pick-up") && (
              <button
                type="button"
                className="plain-button"
                data-testid={`pick-up-${call.slot}`}
                onClick={() => pickUp(call.callId)}
              >
                {t("parked.pickUp")} {parked.length === 1 && <KeyHint name="pick-up" />}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
