package io.permanence.push.relay;

import io.permanence.model.delivery.DeliveryEnd;
import io.permanence.store.Database;
import io.permanence.store.delivery.Deliveries;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what became of deliveries, of all channels and customers: what comes while one
 * transaction is under way goes into the next. Of ends that cannot be written together each is
 * tried by itself, so that one that PostgreSQL refuses holds up no other.
 */
final class Closings {
  /** The most that one transaction carries. */
  private static final int MOST = 200;

  private final Database database;
  private final Clock clock;
  private final Context context;
  private final List<Closing> waiting = new ArrayList<>();
  private boolean writing;

  private record Closing(DeliveryEnd end, Promise<Void> written) {}

  /** Lives on that context. */
  Closings(Database database, Clock clock, Context context) {
    this.database = database;
    this.clock = clock;
    this.context = context;
  }

  /** Completes when it is written; may be called from anywhere. */
  Future<Void> write(DeliveryEnd end) {
    Promise<Void> written = Promise.promise();
    context.runOnContext(
        ignored -> {
          waiting.add(new Closing(end, written));
          next();
        });
    return written.future();
  }

  private void next() {
    if (writing || waiting.isEmpty()) {
      return;
    }
    writing = true;
    List<Closing> some = waiting.subList(0, Math.min(MOST, waiting.size()));
    List<Closing> now = List.copyOf(some);
    some.clear();
    written(now)
        .onComplete(
            ignored -> {
              writing = false;
              next();
            });
  }

  private Future<?> written(List<Closing> closings) {
    return inOne(closings)
        .onSuccess(ignored -> closings.forEach(each -> each.written.complete()))
        .recover(
            refused ->
                closings.size() == 1
                    ? failed(closings.getFirst(), refused)
                    : Future.join(closings.stream().map(each -> written(List.of(each))).toList())
                        .mapEmpty());
  }

  private Future<Void> inOne(List<Closing> closings) {
    List<DeliveryEnd> ends = closings.stream().map(Closing::end).toList();
    return database.acrossCustomers(tx -> Deliveries.close(tx, ends, clock.instant()));
  }

  private static Future<Void> failed(Closing closing, Throwable refused) {
    closing.written.fail(refused);
    return Future.succeededFuture();
  }
}
