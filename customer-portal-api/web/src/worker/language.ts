import { read } from "../offline/database";
import type { Language } from "./notice";

/** The language the app was last shown in. */
export async function readLanguage(): Promise<Language> {
  const kept = await read("language").catch(() => null);
  return kept === "en" ? "en" : "fr";
}
