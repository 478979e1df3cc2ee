package io.permanence.sync.google;

import java.net.URI;

/**
 * The application at Google, and where Google is.
 *
 * @param tokenUrl where codes and refresh tokens are exchanged
 * @param revokeUrl where tokens are revoked
 * @param peopleUrl root of the People API
 * @param calendarUrl root of the Calendar API
 * @param pageSize contacts a page, at most 1000
 * @param atOnce calls at the same time
 */
public record GoogleSettings(
    String clientId,
    String clientSecret,
    URI tokenUrl,
    URI revokeUrl,
    URI peopleUrl,
    URI calendarUrl,
    int pageSize,
    int atOnce) {
  @Override
  public String toString() {
    return "GoogleSettings[" + clientId + "]";
  }
}
