package io.permanence.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears which rows changed, in any module on any node. A change is a hint to look: one may be
 * missed while PostgreSQL is away, so every listener also looks by itself now and then.
 */
public final class Changes {
  private static final Logger log = LoggerFactory.getLogger(Changes.class);
  private static final String CHANNEL = "permanence";
  private static final long RECONNECT_MILLIS = 500;

  private final PgSubscriber subscriber;

  private Changes(PgSubscriber subscriber) {
    this.subscriber = subscriber;
  }

  /**
   * One row that changed.
   *
   * @param subject the table's name; {@code routing} for anything a decision depends on
   * @param customer absent for the company's own tables
   * @param id the row's id in text form
   */
  public record Change(String subject, Optional<UUID> customer, String id, Operation operation) {}

  /** What happened to the row. */
  public enum Operation {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * Listens on a connection of its own, connecting and reconnecting for ever; PostgreSQL need not
   * be up.
   *
   * @param heard called on the listener's event loop for each change; must not block
   * @param connected called whenever the connection is (again) up: whatever was missed may be
   *     looked for now
   */
  public static Future<Changes> listen(
      Vertx vertx, DatabaseSettings settings, Consumer<Change> heard, Runnable connected) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setDatabase(settings.database())
            .setUser(settings.user())
            .setPassword(settings.password())
            .setTcpKeepAlive(true)
            .addProperty("application_name", "permanence-changes");
    PgSubscriber subscriber = PgSubscriber.subscriber(vertx, options);
    subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
    subscriber
        .channel(CHANNEL)
        .subscribeHandler(ignored -> connected.run())
        .handler(payload -> parse(payload).ifPresent(heard));
    connect(vertx, subscriber);
    return Future.succeededFuture(new Changes(subscriber));
  }

  /** The first connection is tried for ever, too: whoever starts without PostgreSQL hears later. */
  private static void connect(Vertx vertx, PgSubscriber subscriber) {
    subscriber
        .connect()
        .onFailure(away -> vertx.setTimer(RECONNECT_MILLIS, ignored -> connect(vertx, subscriber)));
  }

  private static Optional<Change> parse(String payload) {
    String[] words = payload.split(" ", -1);
    if (words.length != 4) {
      log.warn("a change of {} words was ignored", words.length);
      return Optional.empty();
    }
    Optional<UUID> customer =
        words[1].equals("-") ? Optional.empty() : Optional.of(UUID.fromString(words[1]));
    return Optional.of(
        new Change(
            words[0],
            customer,
            words[2],
            Operation.valueOf(words[3].toUpperCase(java.util.Locale.ROOT))));
  }

  /** Stops listening. */
  public Future<Void> close() {
    return subscriber.close();
  }
}
