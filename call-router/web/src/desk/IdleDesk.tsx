import { useTranslation } from "react-i18next";

import { TodayPanel } from "../figures/TodayPanel";
import { PresenceTitle } from "../presence/PresenceTitle";
import { TaskList } from "../task/TaskList";
import styles from "./desk.module.css";
import { useDesk } from "./store";

/** Between calls: one's state in large type, today's figures, one's tasks. */
export function IdleDesk() {
  const { t } = useTranslation();
  const gone = useDesk((desk) => desk.gone);
  return (
    <div className={styles.idle}>
      {gone && (
        <p className={styles.gone} role="status" data-testid="offer-gone" data-reason={gone.reason}>
          {t(`offer.gone.${gone.reason}`)}
        </p>
      )}
      <PresenceTitle />
      <TodayPanel />
      <TaskList detailed />
    </div>
  );
}
