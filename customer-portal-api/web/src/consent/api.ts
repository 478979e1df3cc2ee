import { uuidv7 } from "uuidv7";

import { portal, take } from "../contract/client";
import type { Consent, ConsentText } from "../contract/types";
import type { Language } from "../shell/format";

export async function consentTexts(language: Language): Promise<ConsentText[]> {
  const { items } = await take(portal.GET("/consent-texts", { params: { query: { language } } }));
  return items;
}

export async function consents(): Promise<Consent[]> {
  const { items } = await take(portal.GET("/consents"));
  return items;
}

/** Consent to exactly the text that was on the screen. */
export function giveConsent(text: ConsentText): Promise<Consent> {
  return take(
    portal.POST("/consents", {
      body: {
        id: uuidv7(),
        purpose: text.purpose,
        textVersion: text.version,
        textHash: text.hash,
        language: text.language,
      },
    }),
  );
}

export function withdrawConsent(consentId: string): Promise<Consent> {
  return take(portal.PUT("/consents/{consentId}/withdrawal", { params: { path: { consentId } } }));
}
