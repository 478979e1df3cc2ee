import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Consent, ConsentText, Purpose } from "../contract/types";
import type { Language } from "../shell/format";
import { consents, consentTexts, giveConsent, withdrawConsent } from "./api";

export const CONSENTS = ["consents"] as const;

/**
 * What the first sign-in asks, in this order (D9, E1): notifications, contacts, Google's calendar. The contacts are those at Google;
 * the telephone's are asked for when something uses them.
 */
export const FIRST_QUESTIONS: readonly Purpose[] = ["push", "google-contacts", "google-calendar"];

/** Where the questions lead: to Google, for each purpose of its that was agreed to, one after the other; or home. */
export function googleToOpen(agreed: readonly ConsentText[]): readonly ConsentText[] {
  return agreed.filter(({ purpose }) => purpose.startsWith("google-"));
}

/** The consent in force for a purpose, if there is one. */
export function inForce(all: readonly Consent[], purpose: Purpose): Consent | undefined {
  return all.find((each) => each.purpose === purpose && each.withdrawnAt === null);
}

/** The texts of the first questions still worth asking: a text in force and no answer of yes yet. */
export function questionsToAsk(
  texts: readonly ConsentText[],
  given: readonly Consent[],
): readonly ConsentText[] {
  return FIRST_QUESTIONS.flatMap((purpose) => {
    const text = texts.find((each) => each.purpose === purpose);
    return text === undefined || inForce(given, purpose) !== undefined ? [] : [text];
  });
}

export function useConsents() {
  return useQuery({ queryKey: CONSENTS, queryFn: consents });
}

export function useConsentTexts(language: Language) {
  return useQuery({
    queryKey: ["consent-texts", language],
    queryFn: () => consentTexts(language),
    staleTime: 300_000,
  });
}

export function useGiveConsent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: giveConsent,
    onSettled: () => queries.invalidateQueries({ queryKey: CONSENTS }),
  });
}

export function useWithdrawConsent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (consent: Consent) => withdrawConsent(consent.id),
    onSettled: () => queries.invalidateQueries(),
  });
}
