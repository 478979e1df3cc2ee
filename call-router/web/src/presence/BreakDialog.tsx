import { useTranslation } from "react-i18next";

import type { BreakReason } from "../contract";
import { ChoiceDialog } from "../look/ChoiceDialog";

const reasons: readonly BreakReason[] = [
  "lunch",
  "rest",
  "meeting",
  "training",
  "office-work",
  "other",
];

export function BreakDialog({
  onChoose,
  onClose,
}: {
  onChoose: (reason: BreakReason) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ChoiceDialog
      title={t("presence.chooseReason")}
      choices={reasons.map((reason) => ({ id: reason, label: t(`presence.reason.${reason}`) }))}
      onChoose={(id) => onChoose(reasons.find((reason) => reason === id) ?? "other")}
      onClose={onClose}
    />
  );
}
