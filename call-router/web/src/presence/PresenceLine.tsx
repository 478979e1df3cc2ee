import { useTranslation } from "react-i18next";

import { ActionButton } from "../desk/actions";
import { useDesk } from "../desk/store";
import { useNow } from "../look/now";
import { duration, secondsBetween } from "../words/time";
import styles from "./presence.module.css";

/** One's own state in the header, with the keys that change it. */
export function PresenceLine({ name }: { name: string }) {
  const { t } = useTranslation();
  const presence = useDesk((desk) => desk.presence);
  const now = useNow();
  return (
    <div className={styles.line}>
      <p className={styles.who} data-testid="presence" data-state={presence?.state ?? "unknown"}>
        <span className={styles.dot} aria-hidden="true" />
        <strong>{name}</strong>{" "}
        {presence && (
          <>
            <span role="status">
              {t(`presence.state.${presence.state}`)}
              {presence.reason && ` (${t(`presence.reason.${presence.reason}`)})`}
            </span>{" "}
            <span className={styles.time}>{duration(secondsBetween(presence.since, now))}</span>
          </>
        )}
      </p>
      <ActionButton name="ready" place="header">
        {t("presence.ready")}
      </ActionButton>
      <ActionButton name="break" place="header">
        {t("presence.break")}
      </ActionButton>
      {presence?.breakNext && (
        <p className={styles.next}>
          {t("presence.breakNext", { reason: t(`presence.reason.${presence.breakNext}`) })}
        </p>
      )}
    </div>
  );
}
