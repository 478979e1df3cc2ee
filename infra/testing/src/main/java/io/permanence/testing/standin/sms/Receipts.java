package io.permanence.testing.standin.sms;

import io.permanence.testing.standin.sms.SmsDesk.Accepted;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the sender what became of a message, at the address it gave. */
final class Receipts {
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 500;

  private final Vertx vertx;
  private final WebClient client;
  private final SmsAccount account;
  private final Clock clock;
  private volatile @Nullable String url;

  Receipts(Vertx vertx, SmsAccount account, Clock clock) {
    this.vertx = vertx;
    this.client = WebClient.create(vertx);
    this.account = account;
    this.clock = clock;
  }

  void to(@Nullable String url) {
    this.url = url;
  }

  Future<Void> send(Accepted message) {
    String target = url;
    return target == null
        ? Future.succeededFuture()
        : attempt(target, body(message, clock.instant()), ATTEMPTS);
  }

  private Future<Void> attempt(String target, String body, int left) {
    return client
        .postAbs(target)
        .timeout(5_000)
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Signature", account.signature(clock.instant(), body))
        .sendBuffer(Buffer.buffer(body))
        .map(answer -> answer.statusCode() / 100 == 2)
        .otherwise(false)
        .compose(
            received ->
                received || left == 1
                    ? Future.<Void>succeededFuture()
                    : vertx.timer(PAUSE_MILLIS).compose(now -> attempt(target, body, left - 1)));
  }

  private static String body(Accepted message, Instant now) {
    var receipt =
        new JsonObject()
            .put("id", message.id())
            .put("reference", message.content().path("reference").asText())
            .put("to", message.content().path("to").asText())
            .put("status", message.delivered() ? "delivered" : "undelivered")
            .put("at", now.toString());
    return message.delivered()
        ? receipt.encode()
        : receipt.put("reason", "unknown-subscriber").encode();
  }

  void close() {
    client.close();
  }
}
