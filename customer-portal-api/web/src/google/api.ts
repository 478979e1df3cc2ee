import { portal, take } from "../contract/client";
import type { GoogleLink } from "../contract/types";

export type GooglePurpose = GoogleLink["purposes"][number];

export function googleLink(): Promise<GoogleLink> {
  return take(portal.GET("/google-link"));
}

/** The address at Google where the person allows the access. */
export async function startAuthorization(purposes: GooglePurpose[]): Promise<string> {
  const { authorizationUrl } = await take(
    portal.POST("/google-link/authorizations", { body: { purposes } }),
  );
  return authorizationUrl;
}
