package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.process.StandInProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Google's sign-in as a process of its own: {@code OAuthMain PORT}. Users and client stand in
 * {@code infra/deploy/google-oauth/seed.json}; {@code GOOGLE_REDIRECT_URIS}, separated by commas,
 * replaces the seed's. Prints its address as one line of JSON when it is ready.
 */
public final class OAuthMain {
  private OAuthMain() {}

  public static void main(String[] args) {
    StandInProcess.run(
        vertx -> start(vertx, args),
        google -> new JsonObject().put("google", google.url() + "/"),
        GoogleOAuth::close);
  }

  private static Future<GoogleOAuth> start(Vertx vertx, String[] args) {
    if (args.length != 1 || !args[0].matches("\\d{1,5}")) {
      throw new IllegalArgumentException("the port is missing");
    }
    Path folder = GoogleOAuth.folder();
    OAuthSeed seed = seed(folder, System.getenv().getOrDefault("GOOGLE_REDIRECT_URIS", ""));
    return GoogleOAuth.start(vertx, Integer.parseInt(args[0]), seed, Clock.systemUTC(), folder);
  }

  /**
   * The demo's users and client.
   *
   * @param redirectUris separated by commas; empty for the seed's own
   */
  public static OAuthSeed seed(Path folder, String redirectUris) {
    try {
      var json = new JsonObject(Files.readString(folder.resolve("seed.json")));
      if (!redirectUris.isEmpty()) {
        json.getJsonObject("client")
            .put("redirectUris", new JsonArray(List.of(redirectUris.split(",", -1))));
      }
      return OAuthSeed.of(json);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
