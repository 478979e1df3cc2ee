import { useTranslation } from "react-i18next";

import type { Wallboard } from "../contract";
import { duration, secondsBetween } from "../words/time";
import styles from "./wallboard.module.css";

export function TeamTable({ teams, now }: { teams: Wallboard["teams"]; now: number }) {
  const { t } = useTranslation();
  return (
    <table className={styles.teams}>
      <thead>
        <tr>
          <th scope="col">{t("wallboard.team")}</th>
          <th scope="col">{t("team.waiting")}</th>
          <th scope="col">{t("wallboard.ready")}</th>
          <th scope="col">{t("wallboard.talking")}</th>
          <th scope="col">{t("wallboard.onBreak")}</th>
          <th scope="col">{t("wallboard.answered")}</th>
          <th scope="col">{t("wallboard.abandonedShort")}</th>
          <th scope="col">{t("wallboard.levelShort")}</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((row) => (
          <tr key={row.team.teamId}>
            <th scope="row">{row.team.name}</th>
            <td>
              {row.waiting}
              {row.longestWaitingSince !== undefined && (
                <span className={styles.small}>
                  {" "}
                  {duration(secondsBetween(row.longestWaitingSince, now))}
                </span>
              )}
            </td>
            <td>{row.ready}</td>
            <td>{row.talking}</td>
            <td>{row.onBreak}</td>
            <td>{row.answered}</td>
            <td>{row.abandoned}</td>
            <td>{row.serviceLevel.percent ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
