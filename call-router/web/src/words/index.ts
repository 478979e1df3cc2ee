import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import type { Language } from "../contract";
import { en } from "./en";
import { fr } from "./fr";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "words";
    resources: { words: typeof fr };
  }
}

const remembered = "permanence.language";

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: "fr",
    defaultNS: "words",
    resources: { fr: { words: fr }, en: { words: en } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  document.documentElement.lang = i18next.language;
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** French unless this browser was told, or set up, otherwise. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(remembered);
  if (chosen === "fr" || chosen === "en") return chosen;
  return navigator.language.startsWith("en") ? "en" : "fr";
}

export function languageOf(code: string): Language {
  return code === "en" ? "en" : "fr";
}
