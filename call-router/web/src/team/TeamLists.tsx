import { useTranslation } from "react-i18next";

import type { Me } from "../contract";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { duration, secondsBetween } from "../words/time";
import { SupervisionButtons } from "./SupervisionButtons";
import styles from "./team.module.css";

/** Who waits for this team, longest first. */
export function WaitingList() {
  const { t } = useTranslation();
  const waiting = useDesk((desk) => desk.team?.waiting) ?? [];
  const now = useNow();
  return (
    <section aria-labelledby="waiting-title" data-testid="waiting">
      <h2 className="heading" id="waiting-title">
        {t("team.waiting")}
      </h2>
      {waiting.length === 0 && <p className="dim">{t("team.nobodyWaiting")}</p>}
      <ul className={styles.list}>
        {waiting.map((call) => (
          <li key={call.callId}>
            <span className={styles.time}>{duration(secondsBetween(call.since, now))}</span>
            <span>
              {call.customerName}
              {call.vip && (
                <span aria-label={t("card.vip")} role="img">
                  {" "}
                  ★
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Colleagues and what they are doing. */
export function ColleagueList({ me }: { me: Me }) {
  const { t } = useTranslation();
  const team = useDesk((desk) => desk.team);
  const now = useNow();
  const colleagues = team?.colleagues ?? [];
  return (
    <section aria-labelledby="team-title">
      <h2 className="heading" id="team-title">
        {team ? t("team.titleName", { team: team.team.name }) : t("team.title")}
      </h2>
      {colleagues.length === 0 && <p className="dim">{t(team ? "team.alone" : "team.none")}</p>}
      <ul className={`${styles.list} ${styles.colleagues}`}>
        {colleagues.map((colleague) => (
          <li key={colleague.accountId} data-state={colleague.state}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.name}>{colleague.name}</span>
            <span className={styles.doing}>
              {colleague.reason
                ? t(`presence.reason.${colleague.reason}`)
                : t(`presence.state.${colleague.state}`)}
            </span>
            <span className={styles.time}>{duration(secondsBetween(colleague.since, now))}</span>
            {me.role === "supervisor" &&
              colleague.state === "talking" &&
              colleague.accountId !== me.accountId && (
                <SupervisionButtons accountId={colleague.accountId} name={colleague.name} />
              )}
          </li>
        ))}
      </ul>
    </section>
  );
}
