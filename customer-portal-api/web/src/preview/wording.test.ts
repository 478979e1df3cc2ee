import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import type { Preview } from "../contract/types";
import en from "../words/en.json";
import fr from "../words/fr.json";
import { stepInWords, waySentence, whySentences } from "./wording";

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

const because = (code: string, known: Record<string, string> = {}) => ({
  at: "2026-11-23T09:00:00Z",
  reason: { code, arguments: known, instructionId: null, instructionVersion: null },
});

const why = (code: string, known: Record<string, string>, language: string) =>
  whySentences(because(code, known), "Europe/Paris", language, spoken(language)).join(" ");

describe("what would happen", () => {
  it.each([
    ["PUT_THROUGH", true, "Your numbers would ring at once."],
    ["PUT_THROUGH", false, "A secretary would answer and may put the caller through to you."],
    ["BLOCKED", false, "The caller would reach nobody."],
  ] as readonly [Preview["way"], boolean, string][])("%s, directly %s", (way, directly, said) => {
    expect(waySentence({ way, directly }, spoken("en"))).toBe(said);
  });

  it("says why, by the clock on the line's wall", () => {
    expect(why("vip-under-vip", { until: "2026-11-23T17:00:00Z" }, "en")).toBe(
      "Only VIPs are put through, and this caller is one. This holds until 18:00.",
    );
    expect(why("out-of-hours", { opens: "2026-11-24T07:00:00Z" }, "fr")).toBe(
      "Aucune secrétaire ne répond sur cette ligne à cette heure." +
        " Les secrétaires répondent à nouveau à partir de mar. 24 nov. 08:00.",
    );
  });

  it("counts the numbers that would not ring", () => {
    expect(why("all", { unproven: "1" }, "en")).toContain("One of your numbers would not ring");
    expect(why("all", { unproven: "2" }, "fr")).toContain("2 de vos numéros ne sonneraient pas");
  });

  it("has general words for a reason it does not know", () => {
    expect(why("by-moonlight", {}, "en")).toBe("This version of the app does not know the reason.");
  });

  it("names together what rings together", () => {
    const number = (id: string, label: string) => ({
      id,
      label,
      number: "+33639980001",
      provenAt: "2026-11-01T00:00:00Z",
    });
    const step = {
      forwardingNumberId: "a",
      alsoRings: ["b"],
      ringSeconds: 20,
      onNoAnswer: "NEXT",
      onBusy: "NEXT",
    } as const;
    expect(
      stepInWords(
        { ...step, alsoRings: ["b"] },
        [number("a", "Mobile"), number("b", "Cabinet")],
        spoken("fr"),
      ),
    ).toBe("Mobile 06 39 98 00 01 et Cabinet 06 39 98 00 01, 20 s");
  });
});
