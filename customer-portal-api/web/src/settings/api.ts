import { ifMatch, portal, take } from "../contract/client";
import type { NotificationPreferences, NotificationPreferencesContent } from "../contract/types";

export function preferences(): Promise<NotificationPreferences> {
  return take(portal.GET("/notification-preferences"));
}

export function replacePreferences(
  version: number,
  content: NotificationPreferencesContent,
): Promise<NotificationPreferences> {
  return take(
    portal.PUT("/notification-preferences", {
      params: { header: ifMatch(version) },
      body: content,
    }),
  );
}
