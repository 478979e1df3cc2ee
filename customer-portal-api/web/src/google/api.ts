import { portal, take } from "../contract/client";
import type { GoogleLink, GooglePurpose } from "../contract/types";

export function googleLink(): Promise<GoogleLink> {
  return take(portal.GET("/google-link"));
}

/** The address at Google where the person allows the access. */
export async function startAuthorization(purpose: GooglePurpose): Promise<string> {
  const { authorizationUrl } = await take(
    portal.POST("/google-link/authorizations", { body: { purpose } }),
  );
  return authorizationUrl;
}
