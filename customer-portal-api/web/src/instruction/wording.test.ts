import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import type { Window } from "../contract/types";
import en from "../words/en.json";
import fr from "../words/fr.json";
import { nowSentence, windowInWords } from "./wording";

const PARIS = "Europe/Paris";
const NOW = Date.parse("2026-11-22T12:04:00Z");
const words = new Map<string, TFunction>();

beforeAll(async () => {
  await i18next.init({
    lng: "fr",
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  words.set("fr", i18next.getFixedT("fr"));
  words.set("en", i18next.getFixedT("en"));
});

function spoken(language: string): TFunction {
  const t = words.get(language);
  if (t === undefined) throw new Error(`nobody speaks ${language}`);
  return t;
}

const now = (until: string | null, language: string) =>
  nowSentence({ putThrough: "VIP", until }, NOW, PARIS, language, spoken(language));
const window = (of: Window, language: string) =>
  windowInWords(of, PARIS, language, spoken(language));

describe("what happens right now", () => {
  it.each([
    [
      "2026-11-22T17:00:00Z",
      "Maintenant : VIP seulement jusqu’à 18:00",
      "Now: VIP only until 18:00",
    ],
    [
      "2026-11-22T23:00:00Z",
      "Maintenant : VIP seulement jusqu’à minuit",
      "Now: VIP only until midnight",
    ],
    [
      "2026-11-23T23:00:00Z",
      "Maintenant : VIP seulement jusqu’à demain minuit",
      "Now: VIP only until midnight tomorrow",
    ],
    [
      "2026-11-23T07:00:00Z",
      "Maintenant : VIP seulement jusqu’à demain 08:00",
      "Now: VIP only until tomorrow 08:00",
    ],
    [
      "2026-12-03T07:00:00Z",
      "Maintenant : VIP seulement jusqu’au jeu. 3 déc. 08:00",
      "Now: VIP only until Thu 3 Dec 08:00",
    ],
    [null, "Maintenant : VIP seulement jusqu’à nouvel ordre", "Now: VIP only until further notice"],
  ])("until %s", (until, french, english) => {
    expect(now(until, "fr")).toBe(french);
    expect(now(until, "en").replace(",", "")).toBe(english);
  });
});

describe("a window in words", () => {
  it("names days in a row by their ends", () => {
    const hours = [
      { days: ["MONDAY", "TUESDAY", "WEDNESDAY", "SATURDAY"] as const, from: "08:30", to: "12:00" },
    ];
    const weekly: Window = {
      kind: "WEEKLY",
      hours: hours.map((row) => ({ ...row, days: [...row.days] })),
    };
    expect(window(weekly, "fr")).toBe("lun.–mer., sam. 08:30–12:00");
    expect(window(weekly, "en")).toBe("Mon–Wed, Sat 08:30–12:00");
  });

  it("says a day's end as 24:00, and a whole day as such", () => {
    const at = (from: string, to: string): Window => ({
      kind: "WEEKLY",
      hours: [{ days: ["SUNDAY"], from, to }],
    });
    expect(window(at("18:00", "00:00"), "fr")).toBe("dim. 18:00–24:00");
    expect(window(at("00:00", "00:00"), "fr")).toBe("dim. toute la journée");
  });

  it("says the day once when a one-off begins and ends on it", () => {
    const lunch: Window = {
      kind: "ONE_OFF",
      from: "2026-11-23T11:00:00Z",
      to: "2026-11-23T13:00:00Z",
    };
    expect(window(lunch, "fr")).toBe("lun. 23 nov. 12:00–14:00");
  });

  it("says an open end", () => {
    expect(window({ kind: "OPEN_ENDED", from: null }, "en")).toBe("always");
  });
});
