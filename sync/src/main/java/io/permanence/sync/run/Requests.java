package io.permanence.sync.run;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Database;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.LinkKey;
import io.permanence.store.google.RequestKey;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the customers' requests as they come. Each is leased: a dead worker's is taken over. A
 * withdrawal waits for nothing; a request that fails is taken again when its lease ends. Lives on
 * one context.
 */
final class Requests {
  private static final Logger log = LoggerFactory.getLogger(Requests.class);

  /** Longer than any request takes, short enough for a withdrawal to end within a minute. */
  private static final Duration LEASE = Duration.ofSeconds(45);

  private final Database database;
  private final Clock clock;
  private final Connecting connecting;
  private final Withdrawing withdrawing;
  private final Lanes lanes;
  private final Set<RequestKey> inHand = new HashSet<>();
  private boolean looking;
  private boolean wanted;
  private boolean failing;

  Requests(
      Database database, Clock clock, Connecting connecting, Withdrawing withdrawing, Lanes lanes) {
    this.database = database;
    this.clock = clock;
    this.connecting = connecting;
    this.withdrawing = withdrawing;
    this.lanes = lanes;
  }

  void look() {
    if (looking) {
      wanted = true;
      return;
    }
    looking = true;
    wanted = false;
    database
        .acrossCustomers(GoogleRequests::open)
        .onSuccess(keys -> keys.stream().filter(inHand::add).forEach(this::take))
        .onComplete(read -> tell(read.cause()))
        .onComplete(
            looked -> {
              looking = false;
              if (wanted) {
                look();
              }
            });
  }

  /** Tells once that nothing can be read, and once that it can again. */
  private void tell(@Nullable Throwable failure) {
    if (failure != null && !failing) {
      log.warn("requests cannot be read: {}", failure.toString());
    }
    if (failure == null && failing) {
      log.info("requests can be read again");
    }
    failing = failure != null;
  }

  private void take(RequestKey key) {
    Instant now = clock.instant();
    database
        .inTransaction(key.customer(), tx -> GoogleRequests.claim(tx, key, now, now.plus(LEASE)))
        .compose(this::carryOut)
        .onFailure(
            failure ->
                log.warn("request {} is left to its lease: {}", key.id(), failure.toString()))
        .onComplete(ended -> inHand.remove(key));
  }

  private Future<Void> carryOut(Optional<GoogleRequest> claimed) {
    if (claimed.isEmpty()) {
      return Future.succeededFuture();
    }
    GoogleRequest request = claimed.get();
    return switch (request.kind()) {
      case CONNECT ->
          connecting.carryOut(request).onSuccess(linked -> linked.ifPresent(lanes::run)).mapEmpty();
      case WITHDRAW -> withdrawing.carryOut(request);
      case SYNC -> all(request.customer()).compose(ending -> close(request, ending));
    };
  }

  /** Whatever is linked; what went wrong with one of them is what is told. */
  private Future<Ending> all(CustomerId customer) {
    Future<Ending> contacts = lanes.run(new LinkKey(customer, Purpose.GOOGLE_CONTACTS));
    Future<Ending> calendar = lanes.run(new LinkKey(customer, Purpose.GOOGLE_CALENDAR));
    return contacts.compose(one -> calendar.map(other -> Ending.worse(one, other)));
  }

  private Future<Void> close(GoogleRequest request, Ending ending) {
    return database.inTransaction(
        request.customer(),
        tx -> GoogleRequests.close(tx, request, ending.word(), clock.instant()));
  }
}
