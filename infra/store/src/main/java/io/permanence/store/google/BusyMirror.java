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
   * Adds or moves a busy time while the consent for the calendar is in force, and keeps it so until
   * the transaction ends.
   *
   * @param event the entry's key at Google, 200 characters at most
   * @return false when nothing was written because the consent is withdrawn or for something else
   */
  public static Future<Boolean> put(
      Tx tx, CustomerId customer, ConsentId consent, String event, Span busy, Instant now) {
    return tx.execute(
            """
            insert into google_busy (customer_id, event_key, starts_at, ends_at, consent_id,
              synced_at)
            select ?1, cast(?2 as text), cast(?3 as timestamptz), cast(?4 as timestamptz), c.id,
              cast(?6 as timestamptz)
            from consent c where c.customer_id = ?1 and c.id = ?5
              and c.purpose = 'google-calendar' and consent_holds(c.id)
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
        .map(written -> written == 1);
  }

  /** Removes a busy time; one that is not there stays so. */
  public static Future<Void> remove(Tx tx, String event) {
    return tx.execute("delete from google_busy where event_key = ?1", event).mapEmpty();
  }

  /**
   * Removes busy times kept under a consent (E4), so many at most.
   *
   * @return how many were removed; fewer than {@code most} when none is left
   */
  public static Future<Integer> empty(Tx tx, CustomerId customer, ConsentId consent, int most) {
    return tx.execute(
        """
        delete from google_busy where customer_id = ?1 and event_key in (
          select event_key from google_busy where customer_id = ?1 and consent_id = ?2
          order by event_key limit ?3)\
        """,
        customer.value(),
        consent.value(),
        most);
  }
}
