import { useTranslation } from "react-i18next";

import type { WallboardStep } from "../contract";
import { StepChart } from "./StepChart";

const everyHalfHour = 30;

/** The last two hours: arrivals and answered calls as bars, the highest number waiting as a line. */
export function HistoryChart({ history }: { history: readonly WallboardStep[] }) {
  const { t } = useTranslation();
  const sum = (part: (step: WallboardStep) => number) =>
    history.reduce((total, step) => total + part(step), 0);
  return (
    <StepChart
      title={t("wallboard.history")}
      described={`${t("wallboard.history")}. ${sum((step) => step.arrived)} ${t("wallboard.arrivals")}, ${sum((step) => step.answered)} ${t("wallboard.answeredCalls")}`}
      line={t("wallboard.waitingCalls")}
      nothing={t("wallboard.noCalls")}
      tickMinutes={everyHalfHour}
      steps={history.map((step) => ({ ...step, line: step.waiting }))}
    />
  );
}
