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

/** The requests on the Google links: the portal appends, sync carries out and closes. */
public final class GoogleRequests {
  private static final String APPEND =
      """
      insert into google_request
        (customer_id, id, account_id, kind, consent_id, sealed, created_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""";
  private static final String OPEN = "select customer_id, id from open_google_requests()";
  private static final String CLAIM =
      """
      update google_request set claimed_until = ?4
      where customer_id = ?1 and id = ?2 and done_at is null
        and (claimed_until is null or claimed_until <= ?3)
      returning account_id, kind, consent_id, sealed, created_at""";
  private static final String RELEASE =
      "update google_request set claimed_until = ?3 where customer_id = ?1 and id = ?2";
  private static final String CLOSE =
      """
      update google_request set done_at = ?3, outcome = ?4, sealed = null, claimed_until = null
      where customer_id = ?1 and id = ?2""";
  private static final String HOLDS =
      """
      select c.purpose from consent c
      where c.customer_id = ?1 and c.id = ?2 and consent_holds(c.id)""";

  private GoogleRequests() {}

  /** Appends the request in the transaction of what it belongs to; repeating it changes nothing. */
  public static Future<Void> append(Tx tx, GoogleRequest request) {
    return tx.execute(
            APPEND,
            request.customer().value(),
            request.id(),
            request.account().value(),
            request.kind().name(),
            request.consent().map(ConsentId::value).orElse(null),
            request.sealed().map(Sealed::bytes).orElse(null),
            request.createdAt())
        .mapEmpty();
  }

  /** The requests nobody has closed, oldest first, of all customers. */
  public static Future<List<RequestKey>> open(Tx tx) {
    return tx.rows(OPEN)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new RequestKey(new CustomerId(row.uuid(0)), row.uuid(1)))
                    .toList());
  }

  /** Takes a request; empty when it is closed or another worker has it. */
  public static Future<Optional<GoogleRequest>> claim(
      Tx tx, RequestKey key, Instant now, Instant until) {
    return tx.rows(CLAIM, key.customer().value(), key.id(), now, until)
        .map(rows -> rows.stream().map(Row::new).findFirst().map(row -> request(key, row)));
  }

  /** Leaves the request to be taken again at that instant. */
  public static Future<Void> release(Tx tx, GoogleRequest request, Instant at) {
    return tx.execute(RELEASE, request.customer().value(), request.id(), at).mapEmpty();
  }

  /** Closes the request and wipes what was sealed. */
  public static Future<Void> close(Tx tx, GoogleRequest request, String outcome, Instant now) {
    return tx.execute(CLOSE, request.customer().value(), request.id(), now, outcome).mapEmpty();
  }

  /**
   * The purpose of Google's whose consent the request rests on, if that consent is in force; it is
   * kept so until the transaction ends (E6).
   */
  public static Future<Optional<Purpose>> consented(Tx tx, GoogleRequest request) {
    return request
        .consent()
        .map(consent -> tx.rows(HOLDS, request.customer().value(), consent.value()))
        .orElseGet(() -> Future.succeededFuture(List.of()))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .flatMap(cells -> Purpose.of(new Row(cells).text(0)))
                    .filter(Purpose::google));
  }

  private static GoogleRequest request(RequestKey key, Row row) {
    return new GoogleRequest(
        key.customer(),
        key.id(),
        new AccountId(row.uuid(0)),
        GoogleRequest.Kind.valueOf(row.text(1)),
        row.maybe(2, row::uuid).map(ConsentId::new),
        row.maybe(3, row::bytes).map(Sealed::new),
        row.instant(4));
  }
}
