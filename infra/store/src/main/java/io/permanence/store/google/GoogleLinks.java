package io.permanence.store.google;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.consent.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The links. A run holds its link by a lease whose end is also its proof: {@link #hold} fails for a
 * run whose consent was withdrawn, whose link was replaced, or whose lease another run took over.
 */
public final class GoogleLinks {
  private static final String READ =
      """
      account_id, consent_id, refresh_token_sealed, array_to_string(scopes, ' '),
        contacts_sync_token, busy_until, purpose""";
  private static final String DUE = "select customer_id, purpose from google_links_due(?1, ?2)";
  private static final String PUT =
      """
      insert into google_link (customer_id, account_id, state, refresh_token_sealed, scopes,
        consent_id, linked_at, purpose)
      values (?1, ?2, 'LINKED', ?3, string_to_array(?4, ' '), ?5, ?6, ?7)
      on conflict (customer_id, purpose) do update set account_id = excluded.account_id,
        state = 'LINKED', refresh_token_sealed = excluded.refresh_token_sealed, scopes = excluded.scopes,
        consent_id = excluded.consent_id, linked_at = excluded.linked_at,
        contacts_sync_token = null, synced_at = null, last_error = null, busy_until = null""";
  private static final String TAKE =
      """
      update google_link set busy_until = ?3
      where customer_id = ?1 and purpose = ?4 and state = 'LINKED'
        and (busy_until is null or busy_until < ?2) and consent_holds(consent_id)
      returning\s"""
          + READ;
  private static final String HOLD =
      """
      update google_link set busy_until = ?4
      where customer_id = ?1 and consent_id = ?2 and state = 'LINKED' and busy_until = ?3
        and consent_holds(consent_id)""";
  private static final String OTHERS =
      """
      select\s"""
          + READ
          + """
           from google_link
          where customer_id = ?1 and purpose <> ?2 and state = 'LINKED'
            and consent_holds(consent_id)""";
  private static final String SYNCED =
      """
      update google_link set busy_until = null, contacts_sync_token = ?3, synced_at = ?4,
        last_error = null
      where customer_id = ?1 and consent_id = ?2""";
  private static final String FAILED =
      """
      update google_link set busy_until = null, synced_at = ?4, last_error = ?5,
        state = case when ?6 then 'NEEDS_CONSENT' else state end
      where customer_id = ?1 and consent_id = ?2 and busy_until = ?3
        and consent_holds(consent_id)""";
  private static final String CUT =
      """
      update google_link set state = 'NEEDS_CONSENT', contacts_sync_token = null, busy_until = null
      where customer_id = ?1 and consent_id = ?2
      returning\s"""
          + READ;
  private static final String DELETE =
      "delete from google_link where customer_id = ?1 and consent_id = ?2";

  private GoogleLinks() {}

  /**
   * The links that were not synchronised since.
   *
   * @param contactsBefore those of contacts
   * @param calendarBefore those of calendars
   */
  public static Future<List<LinkKey>> due(Tx tx, Instant contactsBefore, Instant calendarBefore) {
    return tx.rows(DUE, contactsBefore, calendarBefore)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new LinkKey(new CustomerId(row.uuid(0)), purpose(row, 1)))
                    .toList());
  }

  /**
   * Keeps a new link in place of an old one for the same purpose. The caller has checked the
   * consent in this transaction.
   */
  public static Future<Void> put(Tx tx, GoogleLink link, Instant now) {
    return tx.execute(
            PUT,
            link.customer().value(),
            link.account().value(),
            link.refreshToken().bytes(),
            String.join(" ", link.scopes()),
            link.consent().value(),
            now,
            link.purpose().word())
        .mapEmpty();
  }

  /**
   * Takes the link for a run; empty when there is none, another run holds it, or no consent does.
   */
  public static Future<Optional<GoogleLink>> take(Tx tx, LinkKey link, Instant now, Instant until) {
    return tx.rows(TAKE, link.customer().value(), now, until, link.purpose().word())
        .map(rows -> links(link.customer(), rows).findFirst());
  }

  /**
   * The customer's links for other purposes that run now, under a consent that stays in force until
   * the transaction ends. One that Google refuses, or whose consent was withdrawn, is none of them.
   */
  public static Future<List<GoogleLink>> others(Tx tx, LinkKey link) {
    return tx.rows(OTHERS, link.customer().value(), link.purpose().word())
        .map(rows -> links(link.customer(), rows).toList());
  }

  /**
   * Whether the run may go on, checked in the transaction that writes for it; moves its lease.
   *
   * @return the link with its new lease; empty when the run must stop and write nothing
   */
  public static Future<Optional<GoogleLink>> hold(Tx tx, GoogleLink link, Instant until) {
    return tx.execute(
            HOLD,
            link.customer().value(),
            link.consent().value(),
            link.busyUntil().orElseThrow(),
            until)
        .map(rows -> rows == 1 ? Optional.of(leased(link, until)) : Optional.empty());
  }

  /** The run ended well; the next starts at the token. Only after {@link #hold}. */
  public static Future<Void> synced(
      Tx tx, GoogleLink link, Optional<String> syncToken, Instant now) {
    return tx.execute(
            SYNCED, link.customer().value(), link.consent().value(), syncToken.orElse(null), now)
        .mapEmpty();
  }

  /**
   * The run failed.
   *
   * @param needsConsent whether Google takes the token no longer: runs stop until the customer
   *     consents at Google again
   */
  public static Future<Void> failed(
      Tx tx, GoogleLink link, String why, boolean needsConsent, Instant now) {
    return tx.execute(
            FAILED,
            link.customer().value(),
            link.consent().value(),
            link.busyUntil().orElseThrow(),
            now,
            why,
            needsConsent)
        .mapEmpty();
  }

  /** Ends every run under the consent; the link stays until the token was revoked. */
  public static Future<Optional<GoogleLink>> cut(Tx tx, CustomerId customer, ConsentId consent) {
    return tx.rows(CUT, customer.value(), consent.value())
        .map(rows -> links(customer, rows).findFirst());
  }

  /** Forgets the link under the consent, token and all. */
  public static Future<Void> delete(Tx tx, CustomerId customer, ConsentId consent) {
    return tx.execute(DELETE, customer.value(), consent.value()).mapEmpty();
  }

  private static Stream<GoogleLink> links(CustomerId customer, List<Object[]> rows) {
    return rows.stream()
        .map(Row::new)
        .map(
            row ->
                new GoogleLink(
                    customer,
                    purpose(row, 6),
                    new AccountId(row.uuid(0)),
                    new ConsentId(row.uuid(1)),
                    new Sealed(row.bytes(2)),
                    List.of(row.text(3).split(" ", -1)),
                    row.maybe(4, row::text),
                    row.maybe(5, row::instant)));
  }

  private static Purpose purpose(Row row, int column) {
    return Purpose.of(row.text(column)).orElseThrow();
  }

  private static GoogleLink leased(GoogleLink link, Instant until) {
    return new GoogleLink(
        link.customer(),
        link.purpose(),
        link.account(),
        link.consent(),
        link.refreshToken(),
        link.scopes(),
        link.syncToken(),
        Optional.of(until));
  }
}
