import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { consents, giveConsent } from "../consent/api";
import { CONSENTS, inForce } from "../consent/state";
import type { ConsentText, GoogleLink, GooglePurpose, PurposeLink } from "../contract/types";
import { googleLink, startAuthorization } from "./api";

export const GOOGLE = ["google-link"] as const;

/** While something is under way the state is asked for each two seconds. */
export function useGoogleLink() {
  return useQuery({
    queryKey: GOOGLE,
    queryFn: googleLink,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : false),
  });
}

export function isUnderWay(link: GoogleLink | undefined): boolean {
  return link?.links.some(({ state }) => state === "LINKING" || state === "REVOKING") ?? false;
}

/** How the link for one purpose stands. */
export function linkFor(link: GoogleLink, purpose: GooglePurpose): PurposeLink {
  return (
    link.links.find((each) => each.purpose === purpose) ?? { purpose, state: "OFF", lastSync: null }
  );
}

/** Whether something else is linked: then Google keeps the access of both until the last of them goes. */
export function isSharedWith(link: GoogleLink, purpose: GooglePurpose): boolean {
  return link.links.some((each) => each.purpose !== purpose && each.state === "LINKED");
}

/** What a choice about the calendar has to say of the calendar: nothing while it is linked. */
export function calendarTrouble(link: GoogleLink): "OFF" | "LINKING" | "BROKEN" | null {
  const { state } = linkFor(link, "google-calendar");
  switch (state) {
    case "LINKED":
      return null;
    case "LINKING":
    case "BROKEN":
      return state;
    case "OFF":
    case "REVOKING":
      return "OFF";
  }
}

/** The purpose of a text about Google. */
export function googlePurpose(text: ConsentText): GooglePurpose {
  if (text.purpose === "google-contacts" || text.purpose === "google-calendar") return text.purpose;
  throw new Error(`${text.purpose} is no purpose of Google's`);
}

/** Leaves for Google for what was agreed to already. */
export function useGoToGoogle() {
  return useMutation({
    mutationFn: async (purpose: GooglePurpose) =>
      location.assign(await startAuthorization(purpose)),
  });
}

/**
 * Records the consent to the text shown, then leaves for Google. A consent already in force is kept, so
 * that a second attempt after a refusal at Google works.
 */
export function useConnectGoogle() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (text: ConsentText) => {
      const purpose = googlePurpose(text);
      if (inForce(await consents(), purpose) === undefined) await giveConsent(text);
      location.assign(await startAuthorization(purpose));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: CONSENTS }),
  });
}
