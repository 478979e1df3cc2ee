import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import * as database from "../offline/database";
import type { Language } from "./format";

const CHOSEN = "permanence-language";

const WORDS = {
  fr: () => import("../words/fr.json"),
  en: () => import("../words/en.json"),
} as const;

/** The language chosen here before, else the browser's, else French. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOSEN) ?? navigator.language;
  return chosen.startsWith("en") ? "en" : "fr";
}

async function load(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    const words = await WORDS[language]();
    i18next.addResourceBundle(language, "translation", words.default);
  }
}

export async function startLanguage(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "fr",
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(language);
}

/** Changes the language of the page, and of the notifications the service worker shows. */
export async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(CHOSEN, language);
  await database.write("language", language).catch(() => undefined);
}
