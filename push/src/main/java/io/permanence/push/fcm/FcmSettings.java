package io.permanence.push.fcm;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How FCM is reached.
 *
 * @param project the Firebase project's id
 * @param credentials the service account's key file
 * @param endpoint instead of Google's address; for stand-ins
 * @param appLink where a tap on a notification leads; HTTPS only, as web push demands
 * @param atOnce deliveries at the same time
 */
public record FcmSettings(
    String project, Path credentials, Optional<URI> endpoint, Optional<URI> appLink, int atOnce) {}
