package io.permanence.store.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.mirror.MirroredBusyTime;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * When a customer's Google calendar says busy (A8): from and to, nothing else of an entry. Written
 * by sync, under the consent for the calendar, which it checks in the same transaction (E6). The
 * time itself is the row's key, so that writing the same twice changes nothing.
 */
public final class BusyMirror {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEPT =
      "select starts_at, ends_at, consent_id from google_busy where customer_id = ?1";
  private static final String PUT =
      """
      insert into google_busy (customer_id, event_key, starts_at, ends_at, consent_id, synced_at)
      select ?1, b.key, b.starts, b.ends, c.id, cast(?4 as timestamptz)
      from consent c
      cross join jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
        as b(key text, starts timestamptz, ends timestamptz)
      where c.customer_id = ?1 and c.id = ?3 and c.purpose = 'google-calendar'
        and consent_holds(c.id)
      on conflict (customer_id, event_key) do update set consent_id = excluded.consent_id,
        synced_at = excluded.synced_at""";
  private static final String REMOVE =
      """
      delete from google_busy where customer_id = ?1
        and event_key in (select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)))""";
  private static final String EMPTY =
      """
      delete from google_busy where customer_id = ?1 and event_key in (
        select event_key from google_busy where customer_id = ?1 and consent_id = ?2
        order by event_key limit ?3)""";

  private BusyMirror() {}

  /** What is kept of the customer, under whichever consent. */
  public static Future<List<MirroredBusyTime>> kept(Tx tx, CustomerId customer) {
    return tx.rows(KEPT, customer.value())
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new MirroredBusyTime(
                                new Span(row.instant(0), row.instant(1)),
                                new ConsentId(row.uuid(2))))
                    .toList());
  }

  /**
   * Adds busy times while the consent for the calendar is in force, and keeps it so until the
   * transaction ends. One that is there already is kept under this consent from now on.
   *
   * @return false when nothing was written because the consent is withdrawn or for something else
   */
  public static Future<Boolean> put(
      Tx tx, CustomerId customer, ConsentId consent, Collection<Span> busy, Instant now) {
    if (busy.isEmpty()) {
      return Future.succeededFuture(true);
    }
    ArrayNode rows = JSON.createArrayNode();
    busy.forEach(
        span ->
            rows.addObject()
                .put("key", key(span))
                .put("starts", span.from().toString())
                .put("ends", span.to().toString()));
    return tx.execute(PUT, customer.value(), text(rows), consent.value(), now)
        .map(written -> written == busy.size());
  }

  /** Removes busy times; one that is not there stays so. */
  public static Future<Void> remove(Tx tx, CustomerId customer, Collection<Span> busy) {
    if (busy.isEmpty()) {
      return Future.succeededFuture();
    }
    ArrayNode keys = JSON.createArrayNode();
    busy.forEach(span -> keys.add(key(span)));
    return tx.execute(REMOVE, customer.value(), text(keys)).mapEmpty();
  }

  /**
   * Removes busy times kept under a consent (E4), so many at most.
   *
   * @return how many were removed; fewer than {@code most} when none is left
   */
  public static Future<Integer> empty(Tx tx, CustomerId customer, ConsentId consent, int most) {
    return tx.execute(EMPTY, customer.value(), consent.value(), most);
  }

  private static String key(Span span) {
    return span.from() + "/" + span.to();
  }

  private static String text(ArrayNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
