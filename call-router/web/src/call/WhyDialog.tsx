import { useTranslation } from "react-i18next";

import type { Card, Window } from "../contract";
import { Dialog } from "../look/Dialog";
import { useNow } from "../look/now";
import { useLanguage, useVerdictWords } from "../look/words";
import { moment, windowParts } from "../words/time";
import styles from "./call.module.css";

/** Why the verdict is what it is: the reason, the instruction and when it holds. */
export function WhyDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const words = useVerdictWords();
  const { instruction, verdict, customer } = card;
  const { reason } = words(verdict, customer.timeZone, now);
  return (
    <Dialog title={t("card.whyTitle")} onClose={onClose}>
      <p className={styles.whyReason} data-testid="why-reason" data-reason={verdict.reason}>
        {reason}
      </p>
      <dl className={styles.facts}>
        {instruction.title !== undefined && (
          <Fact term={t("instruction.title")} value={instruction.title} />
        )}
        <Fact
          term={t("instruction.putThrough")}
          value={t(`instruction.${instruction.putThrough}`)}
        />
        {instruction.mode && (
          <Fact term={t("instruction.mode")} value={t(`instruction.${instruction.mode}`)} />
        )}
        <WindowFact window={instruction.window} zone={customer.timeZone} />
        {instruction.version !== undefined && (
          <Fact term={t("instruction.version")} value={String(instruction.version)} />
        )}
        {verdict.decidedAt !== undefined && (
          <Fact
            term={t("instruction.decidedAt")}
            value={moment(verdict.decidedAt, now, language)}
          />
        )}
      </dl>
    </Dialog>
  );
}

function WindowFact({ window, zone }: { window: Window; zone: string }) {
  const { t } = useTranslation();
  const parts = windowParts(window, useLanguage(), zone);
  const everyDay = (window.days?.length ?? 7) === 7;
  const days = everyDay ? t("instruction.everyDay") : parts.days;
  const sentence = {
    "one-off": () => t("instruction.oneOff", parts),
    weekly: () => t("instruction.weekly", { ...parts, days }),
    "open-ended": () => t("instruction.openEnded", parts),
    default: () => t("instruction.default"),
  };
  return <Fact term={t("instruction.window")} value={sentence[window.kind]()} />;
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
