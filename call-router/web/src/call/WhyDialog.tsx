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
  const windowWords = useWindowWords();
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
        <Fact
          term={t("instruction.window")}
          value={windowWords(instruction.window, customer.timeZone)}
        />
        <Overruled card={card} />
        {instruction.version !== undefined && (
          <Fact term={t("instruction.version")} value={String(instruction.version)} />
        )}
        {verdict.decidedAt !== undefined && (
          <Fact
            term={t("instruction.decidedAt")}
            value={moment(verdict.decidedAt, now, language)}
          />
        )}
        {verdict.snapshotAt !== undefined && (
          <Fact
            term={t("instruction.snapshotAt")}
            value={moment(verdict.snapshotAt, now, language)}
          />
        )}
      </dl>
    </Dialog>
  );
}

/** When an instruction holds, as a sentence. */
function useWindowWords(): (window: Window, zone: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (window, zone) => {
    const parts = windowParts(window, language, zone);
    const everyDay = (window.days?.length ?? 7) === 7;
    const days = everyDay ? t("instruction.everyDay") : parts.days;
    const sentence = {
      "one-off": () => t("instruction.oneOff", parts),
      weekly: () => t("instruction.weekly", { ...parts, days }),
      "open-ended": () => t("instruction.openEnded", parts),
      default: () => t("instruction.default"),
    };
    return sentence[window.kind]();
  };
}

/** What else was valid at that moment: the reader sees why this one won. */
function Overruled({ card }: { card: Card }) {
  const { t } = useTranslation();
  const windowWords = useWindowWords();
  const { overruled } = card.instruction;
  if (overruled.length === 0) return null;
  return (
    <div data-testid="overruled">
      <dt>{t("instruction.overruled")}</dt>
      {overruled.map(({ instructionId, putThrough, window }) => (
        <dd key={instructionId}>
          {t("instruction.overruledOne", {
            window: windowWords(window, card.customer.timeZone),
            putThrough: t(`instruction.${putThrough}`),
          })}
        </dd>
      ))}
    </div>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
