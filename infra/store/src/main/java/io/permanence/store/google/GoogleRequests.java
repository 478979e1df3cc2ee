package io.permanence.store.google;

import io.permanence.store.Tx;
import io.vertx.core.Future;

/** The requests on the Google links: the portal appends, sync carries out and closes. */
public final class GoogleRequests {
  private static final String APPEND =
      """
      insert into google_request
        (customer_id, id, account_id, kind, consent_id, sealed, created_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""";

  private GoogleRequests() {}

  /** Appends the request in the transaction of what it belongs to; repeating it changes nothing. */
  public static Future<Void> append(Tx tx, GoogleRequest request) {
    return tx.execute(
            APPEND,
            request.customer().value(),
            request.id(),
            request.account().value(),
            request.kind().name(),
            request.consent().map(consent -> consent.value()).orElse(null),
            request.sealed().map(Sealed::bytes).orElse(null),
            request.createdAt())
        .mapEmpty();
  }
}
