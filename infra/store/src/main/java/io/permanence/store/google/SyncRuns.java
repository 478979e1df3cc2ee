package io.permanence.store.google;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The record of each synchronisation: when, how many, how it ended. No contact in it. */
public final class SyncRuns {
  private static final String BEGIN =
      """
      insert into sync_run (customer_id, id, kind, started_at) values (?1, ?2, 'CONTACTS', ?3)
      on conflict do nothing""";
  private static final String COUNT =
      """
      update sync_run set added = added + ?3, changed = changed + ?4, removed = removed + ?5
      where customer_id = ?1 and id = ?2""";
  private static final String END =
      "update sync_run set ended_at = ?3, outcome = ?4 where customer_id = ?1 and id = ?2";
  private static final String END_ALL =
      """
      update sync_run set ended_at = ?2, outcome = ?3
      where customer_id = ?1 and ended_at is null""";
  private static final String LAST =
      """
      select outcome from sync_run where customer_id = ?1 and outcome is not null
      order by started_at desc, id desc limit 1""";

  private SyncRuns() {}

  /** A run begins; runs that were left open are closed as given up. */
  public static Future<Void> begin(Tx tx, CustomerId customer, UUID run, Instant now) {
    return endAll(tx, customer, "given-up", now)
        .compose(ended -> tx.execute(BEGIN, customer.value(), run, now))
        .mapEmpty();
  }

  /** A page was written. */
  public static Future<Void> count(
      Tx tx, CustomerId customer, UUID run, int added, int changed, int removed) {
    return tx.execute(COUNT, customer.value(), run, added, changed, removed).mapEmpty();
  }

  /** A run ended. */
  public static Future<Void> end(
      Tx tx, CustomerId customer, UUID run, String outcome, Instant now) {
    return tx.execute(END, customer.value(), run, now, outcome).mapEmpty();
  }

  /** Whatever run is open ended. */
  public static Future<Void> endAll(Tx tx, CustomerId customer, String outcome, Instant now) {
    return tx.execute(END_ALL, customer.value(), now, outcome).mapEmpty();
  }

  /** How the latest run ended. */
  public static Future<Optional<String>> lastOutcome(Tx tx, CustomerId customer) {
    return tx.rows(LAST, customer.value())
        .map(rows -> rows.stream().map(cells -> new Row(cells).text(0)).findFirst());
  }
}
