import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Language } from "../format";

interface Props {
  readonly onChange: (language: Language) => void;
}

export function LanguageChoice({ onChange }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t("settings.language")}
      value={i18n.language}
      onChange={(value) => onChange(value === "en" ? "en" : "fr")}
      data={[
        { value: "fr", label: "Français" },
        { value: "en", label: "English" },
      ]}
      data-testid="language"
    />
  );
}
