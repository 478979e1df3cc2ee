import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SupervisionMode } from "../contract";
import { useActions } from "../desk/actions";
import { useDesk } from "../desk/store";
import { endSupervision, supervise } from "./api";
import styles from "./team.module.css";

const modes: readonly SupervisionMode[] = ["listen", "whisper", "barge"];

/** For supervisors, beside a colleague on a call: listen, whisper, take part, leave. */
export function SupervisionButtons({ accountId, name }: { accountId: string; name: string }) {
  const { t } = useTranslation();
  const { attempt } = useActions();
  const [chosen, choose] = useState<SupervisionMode>();
  const taking = useDesk((desk) => desk.presence?.state === "talking" && desk.call === undefined);
  const free = useDesk((desk) => desk.call === undefined && desk.offer === undefined);
  const connected = useDesk((desk) => desk.presence?.telephone.registered === true);

  // the server ends it with the call
  const mode = taking ? chosen : undefined;

  if (!free || !connected) return null;
  const begin = (wanted: SupervisionMode) =>
    attempt(
      supervise(accountId, wanted).then((problem) => {
        if (!problem) choose(wanted);
        return problem;
      }),
    );
  const leave = () => {
    choose(undefined);
    attempt(endSupervision());
  };
  return (
    <span className={styles.supervision} role="group" aria-label={t("supervision.of", { name })}>
      {modes.map((each) => (
        <button
          key={each}
          type="button"
          className="plain-button"
          aria-pressed={mode === each}
          data-testid={`supervise-${each}`}
          onClick={() => begin(each)}
        >
          {t(`supervision.${each}`)}
        </button>
      ))}
      {mode && (
        <button
          type="button"
          className="plain-button"
          data-testid="supervise-leave"
          onClick={leave}
        >
          {t("supervision.leave")}
        </button>
      )}
    </span>
  );
}
