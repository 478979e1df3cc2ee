package io.permanence.portal.device;

import io.permanence.runtime.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What the app needs to obtain a push token.
 *
 * @param firebase the project's public keys; absent in the demo, where a stand-in token is made
 */
public record PushSettings(Optional<Firebase> firebase) {
  /** Public keys of a Firebase project; none of them is a secret. */
  public record Firebase(
      String apiKey, String projectId, String messagingSenderId, String appId, String vapidKey) {}

  /** What Firebase's library in the browser asks for a push token: its own servers (C1). */
  private static final List<String> FIREBASE_SERVERS =
      List.of(
          "https://firebaseinstallations.googleapis.com",
          "https://fcmregistrations.googleapis.com");

  /** The origins the app has to reach beside its own. */
  public List<String> servers() {
    return firebase.isPresent() ? FIREBASE_SERVERS : List.of();
  }

  /** Reads them; Firebase counts as set up when its API key is given. */
  public static PushSettings from(Settings settings) {
    Optional<String> apiKey =
        settings.optional("PERMANENCE_FIREBASE_API_KEY", "public key of the Firebase web app");
    Firebase firebase =
        new Firebase(
            apiKey.orElse(""),
            settings.text("PERMANENCE_FIREBASE_PROJECT", "", "Firebase project"),
            settings.text("PERMANENCE_FIREBASE_SENDER", "", "Firebase messaging sender id"),
            settings.text("PERMANENCE_FIREBASE_APP", "", "Firebase app id"),
            settings.text("PERMANENCE_FIREBASE_VAPID_KEY", "", "Firebase web push key"));
    return new PushSettings(apiKey.map(key -> firebase));
  }
}
