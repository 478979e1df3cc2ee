package io.permanence.store.google;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.consent.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of each synchronisation: what of, when, how many, how it ended. No contact in it, and
 * no time of a calendar.
 */
public final class SyncRuns {
  private static final String BEGIN =
      """
      insert into sync_run (customer_id, id, kind, started_at) values (?1, ?2, ?4, ?3)
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
      where customer_id = ?1 and kind = ?4 and ended_at is null""";
  private static final String LAST =
      """
      select outcome from sync_run where customer_id = ?1 and kind = ?2 and outcome is not null
      order by started_at desc, id desc limit 1""";

  private SyncRuns() {}

  /** A run of the link begins; runs of it that were left open are closed as given up. */
  public static Future<Void> begin(Tx tx, LinkKey link, UUID run, Instant now) {
    return endAll(tx, link, "given-up", now)
        .compose(ended -> tx.execute(BEGIN, link.customer().value(), run, now, kind(link)))
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

  /** Whatever run of the link is open ended. */
  public static Future<Void> endAll(Tx tx, LinkKey link, String outcome, Instant now) {
    return tx.execute(END_ALL, link.customer().value(), now, outcome, kind(link)).mapEmpty();
  }

  /** How the latest run of the link ended. */
  public static Future<Optional<String>> lastOutcome(Tx tx, LinkKey link) {
    return tx.rows(LAST, link.customer().value(), kind(link))
        .map(rows -> rows.stream().map(cells -> new Row(cells).text(0)).findFirst());
  }

  private static String kind(LinkKey link) {
    return link.purpose() == Purpose.GOOGLE_CALENDAR ? "CALENDAR" : "CONTACTS";
  }
}
