import { useTranslation } from "react-i18next";

import type { Language } from "./format";

/** The language being shown. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "fr";
}
