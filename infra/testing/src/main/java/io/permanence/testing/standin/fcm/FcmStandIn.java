package io.permanence.testing.standin.fcm;

import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.http.JsonBody;
import io.permanence.testing.standin.http.LoopbackServer;
import io.permanence.testing.standin.inbox.Inbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;

/**
 * Firebase Cloud Messaging on this machine; what it accepts lands in the inbox. The package's
 * description says what it checks.
 */
public final class FcmStandIn {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final LoopbackServer server;
  private final FcmDesk desk;
  private final Clock clock;

  private FcmStandIn(LoopbackServer server, FcmDesk desk, Clock clock) {
    this.server = server;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Listens on {@code port}, or on a free one when it is 0.
   *
   * @param project the Firebase project's id; messages to another are refused
   */
  public static Future<FcmStandIn> start(
      Vertx vertx, int port, String project, Clock clock, Inbox inbox) {
    var desk = new FcmDesk(project, clock, inbox);
    return LoopbackServer.listen(vertx, port, FcmRoutes.of(vertx, desk))
        .map(
            server -> {
              desk.opened(server.url());
              return new FcmStandIn(server, desk, clock);
            });
  }

  /** The address that replaces {@code https://fcm.googleapis.com}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  /** A service account's key file, whose token address is here. */
  public JsonObject serviceAccount() {
    return desk.serviceAccount().keyFile();
  }

  /**
   * Makes the key file the service account's: an existing one counts on, whoever holds it; a
   * missing one is written, readable by its owner only. Blocking.
   */
  public void keepServiceAccount(Path keyFile) {
    try {
      if (Files.exists(keyFile)) {
        desk.keep(
            JsonBody.read(Buffer.buffer(Files.readAllBytes(keyFile)))
                .orElseThrow(() -> new IllegalArgumentException(keyFile + " is no JSON")));
      } else {
        Files.createFile(
            keyFile,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(keyFile, serviceAccount().toBuffer().getBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A bearer token as {@code /token} issues it, good for an hour. */
  public String accessToken() {
    return desk.bearers.issue(clock.instant());
  }

  /** Accepts this bearer token for ever. */
  public void allow(String bearer) {
    desk.bearers.allow(bearer);
  }

  public void register(String token) {
    desk.tokens.register(token);
  }

  /** The app was removed from the device: from now on {@code UNREGISTERED}. */
  public void remove(String token) {
    desk.tokens.remove(token);
  }

  /** The next message to the token meets the fault. */
  public void fail(String token, FcmFault fault) {
    fail(token, fault, 1, RETRY_AFTER);
  }

  /**
   * The next {@code times} messages to the token meet the fault.
   *
   * @param token a push token, or {@link Faults#EVERYBODY}
   * @param retryAfter the header {@code Retry-After} of 429 and 503, in whole seconds
   */
  public void fail(String token, FcmFault fault, int times, Duration retryAfter) {
    desk.faults.set(token, new FcmDesk.Failure(fault, retryAfter), times);
  }

  public void endFaults() {
    desk.faults.clear();
  }

  /** How many messages were sent here, taken or not. */
  public long requests() {
    return desk.requests.get();
  }

  public Future<Void> close() {
    return server.close();
  }
}
