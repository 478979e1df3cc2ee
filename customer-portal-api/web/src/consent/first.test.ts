import { describe, expect, it } from "vitest";

import type { Consent, ConsentText, Purpose } from "../contract/types";
import { googleToOpen, questionsToAsk } from "./state";

const text = (purpose: Purpose): ConsentText => ({
  purpose,
  version: 2,
  language: "fr",
  hash: "0".repeat(64),
  text: "J’accepte.",
});
const texts = (
  ["google-calendar", "optional-email", "google-contacts", "push"] satisfies Purpose[]
).map(text);
const purposes = (asked: readonly ConsentText[]) => asked.map(({ purpose }) => purpose);

describe("the first sign-in", () => {
  it("asks for notifications, contacts and the calendar, in this order", () => {
    expect(purposes(questionsToAsk(texts, []))).toEqual([
      "push",
      "google-contacts",
      "google-calendar",
    ]);
  });

  it("does not ask again for what was agreed to", () => {
    const given = { purpose: "google-contacts", withdrawnAt: null } as Consent;
    expect(purposes(questionsToAsk(texts, [given]))).toEqual(["push", "google-calendar"]);
  });

  it("opens Google after the last question, for each yes to it apart", () => {
    expect(googleToOpen([text("push")])).toEqual([]);
    expect(purposes(googleToOpen([text("push"), text("google-calendar")]))).toEqual([
      "google-calendar",
    ]);
    expect(
      purposes(googleToOpen([text("push"), text("google-contacts"), text("google-calendar")])),
    ).toEqual(["google-contacts", "google-calendar"]);
  });
});
