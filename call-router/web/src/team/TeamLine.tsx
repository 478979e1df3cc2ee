import { useTranslation } from "react-i18next";

import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { duration, secondsBetween } from "../words/time";
import styles from "./team.module.css";

/** The team in one line of the header: how many wait, how long, how well. */
export function TeamLine() {
  const { t } = useTranslation();
  const team = useDesk((desk) => desk.team);
  const now = useNow();
  if (!team) return null;
  const { waiting, serviceLevel } = team;
  const longest = waiting[0];
  return (
    <p className={styles.line}>
      <span>
        <strong>{team.team.name}</strong> {t("team.summary", { count: waiting.length })}
        {longest && (
          <span className={styles.longest}>
            , {t("team.longest", { time: duration(secondsBetween(longest.since, now)) })}
          </span>
        )}
        {" ·"}
      </span>{" "}
      <span data-testid="service-level">
        {serviceLevel.percent === undefined
          ? t("team.noLevel")
          : t("team.level", { percent: serviceLevel.percent, seconds: serviceLevel.withinSeconds })}
      </span>
    </p>
  );
}
