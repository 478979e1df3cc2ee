package io.permanence.store.google;

import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.Windows.Span;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;

/**
 * When a customer's Google calendar says busy (A8): from and to, nothing else of an entry. Written
 * by sync, under the consent for the calendar, which it checks in the same transaction (E6).
 */
public final class BusyMirror {
  private BusyMirror() {}

  /**
   * Adds or moves a busy time.
   *
   * @param event the entry's key at Google, 200 characters at most
   */
  public static Future<Void> put(
      Tx tx, CustomerId customer, ConsentId consent, String event, Span busy, Instant now) {
    return tx.execute(
            """
            insert into google_busy (customer_id, event_key, starts_at, ends_at, consent_id,
              synced_at) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (customer_id, event_key) do update set starts_at = excluded.starts_at,
              ends_at = excluded.ends_at, consent_id = excluded.consent_id,
              synced_at = excluded.synced_at\
            """,
            customer.value(),
            event,
            busy.from(),
            busy.to(),
            consent.value(),
            now)
        .mapEmpty();
  }

  /** Removes a busy time; one that is not there stays so. */
  public static Future<Void> remove(Tx tx, String event) {
    return tx.execute("delete from google_busy where event_key = ?1", event).mapEmpty();
  }

  /** Removes everything that was kept under a consent (E4), and says how much that was. */
  public static Future<Integer> empty(Tx tx, ConsentId consent) {
    return tx.execute("delete from google_busy where consent_id = ?1", consent.value());
  }
}
