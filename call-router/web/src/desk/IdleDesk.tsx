import { useTranslation } from "react-i18next";

import { TodayPanel } from "../figures/TodayPanel";
import { PresenceTitle } from "../presence/PresenceTitle";
import type { Me } from "../contract";
import { SentList } from "../sent/SentList";
import type { useSentNotes } from "../sent/state";
import { TaskList } from "../task/TaskList";
import styles from "./desk.module.css";
import { useDesk } from "./store";

interface IdleDeskProps {
  me: Me;
  sent: ReturnType<typeof useSentNotes>;
}

/** Between calls: one's state in large type, today's figures, one's tasks, what became of one's notes. */
export function IdleDesk({ me, sent }: IdleDeskProps) {
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
      <SentList me={me} notes={sent.data} failed={sent.isError} />
    </div>
  );
}
