import { useTranslation } from "react-i18next";

import { useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { trouble } from "./state";
import type { Trouble } from "./state";
import styles from "./telephone.module.css";

/** What is wrong, across the top, in words, with the remedy as a button. */
export function TroubleBar() {
  const { t } = useTranslation();
  const { workplace } = useActions();
  const found = useDesk((desk) =>
    trouble(desk.connection, desk.telephone, desk.presence?.telephone.registered),
  );
  if (!found) return null;

  const remedies: Record<Trouble, () => void> = {
    "taken-over": () => window.location.reload(),
    "session-ended": () => window.location.reload(),
    "connection-lost": () => workplace.reconnect(),
    "microphone-denied": () => workplace.startTelephone(),
    "microphone-missing": () => workplace.startTelephone(),
    "telephone-failed": () => workplace.startTelephone(),
    "sound-blocked": () => workplace.allowSound(),
    "desk-phone-absent": () => workplace.chooseKind("browser"),
  };
  return (
    <div className={styles.trouble} role="alert" data-testid="trouble" data-trouble={found}>
      <p>{t(`trouble.${found}`)}</p>
      <button type="button" className="plain-button" onClick={remedies[found]}>
        {t(`trouble.remedy.${found}`)}
      </button>
    </div>
  );
}
