import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { giveConsent } from "../consent/api";
import { CONSENTS, inForce } from "../consent/state";
import { consents } from "../consent/api";
import type { ConsentText, GoogleLink } from "../contract/types";
import { googleLink, type GooglePurpose, startAuthorization } from "./api";

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
  return link?.state === "LINKING" || link?.state === "REVOKING";
}

function googlePurpose(text: ConsentText): GooglePurpose {
  if (text.purpose === "google-contacts" || text.purpose === "google-calendar") return text.purpose;
  throw new Error(`${text.purpose} is no purpose of Google's`);
}

/**
 * Records the consent to the texts shown, then leaves for Google. A consent already in force is kept, so
 * that a second attempt after a refusal at Google works.
 */
export function useConnectGoogle() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (texts: readonly ConsentText[]) => {
      const known = await consents();
      for (const text of texts) {
        if (inForce(known, text.purpose) === undefined) await giveConsent(text);
      }
      location.assign(await startAuthorization(texts.map(googlePurpose)));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: CONSENTS }),
  });
}
