import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./task.module.css";

/** What the caller said to the machine, behind a voicemail's task. */
export function Voicemail({ callId, who }: { callId: string; who: string }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <p className="dim" role="status">
        {t("task.voicemailGone")}
      </p>
    );
  }
  return (
    // nobody has written down what was said
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio
      className={styles.voicemail}
      controls
      preload="none"
      src={`/api/v1/calls/${callId}/voicemail`}
      aria-label={t("task.listen", { who })}
      onError={() => setFailed(true)}
      data-testid="voicemail"
    />
  );
}
