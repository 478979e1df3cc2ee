import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { VipMode } from "../../contract/types";

const MODES: readonly VipMode[] = ["ANNOUNCED", "DIRECT"];

interface Props {
  readonly mode: VipMode | null;
  readonly disabled?: boolean;
  readonly onChange: (mode: VipMode | null) => void;
}

/** How this VIP is put through: as the instruction says, or in a way of their own (A5). */
export function VipModeField({ mode, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("contacts.vipMode")}
      value={mode ?? ""}
      disabled={disabled}
      onChange={(event) =>
        onChange(MODES.find((each) => each === event.currentTarget.value) ?? null)
      }
      data={[
        { value: "", label: t("contacts.vipModeOf.instruction") },
        ...MODES.map((value) => ({ value, label: t(`contacts.vipModeOf.${value}`) })),
      ]}
      data-testid="vip-mode"
    />
  );
}
