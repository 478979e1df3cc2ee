package io.permanence.store.google;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.consent.Purpose;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Customers on their way to Google and back. Each authorization is bound to the session that
 * started it and taken once.
 */
public final class GoogleAuthorizations {
  private GoogleAuthorizations() {}

  /**
   * An authorization under way.
   *
   * @param verifier the PKCE verifier, sealed
   */
  public record Authorization(
      UUID id,
      AccountId account,
      UUID session,
      Sealed verifier,
      List<Purpose> purposes,
      Instant expiresAt) {
    public Authorization {
      purposes = List.copyOf(purposes);
    }
  }

  /** Remembers one that begins, and forgets those of the same person that never came back. */
  public static Future<Void> begin(
      Tx tx, CustomerId customer, Authorization begun, byte[] stateHash, Instant now) {
    return tx.execute(
            "delete from google_authorization where account_id = ?1", begun.account().value())
        .compose(
            forgotten ->
                tx.execute(
                    """
                    insert into google_authorization (customer_id, id, account_id, session_id,
                      state_hash, verifier_sealed, purposes, created_at, expires_at)
                    values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as text[]), ?8, ?9)\
                    """,
                    customer.value(),
                    begun.id(),
                    begun.account().value(),
                    begun.session(),
                    stateHash,
                    begun.verifier().bytes(),
                    begun.purposes().stream().map(Purpose::word).toArray(String[]::new),
                    now,
                    begun.expiresAt()))
        .mapEmpty();
  }

  /** Takes the one with this state, if this session began it; it can be taken once. */
  public static Future<Optional<Authorization>> take(Tx tx, byte[] stateHash, UUID session) {
    return tx.rows(
            """
            delete from google_authorization where state_hash = ?1 and session_id = ?2
            returning id, account_id, session_id, verifier_sealed, to_jsonb(purposes), expires_at\
            """,
            stateHash,
            session)
        .map(rows -> rows.stream().findFirst().map(Row::new).map(GoogleAuthorizations::read));
  }

  private static Authorization read(Row row) {
    return new Authorization(
        row.uuid(0),
        new AccountId(row.uuid(1)),
        row.uuid(2),
        new Sealed(row.bytes(3)),
        new JsonArray(row.text(4))
            .stream().map(word -> Purpose.of((String) word).orElseThrow()).toList(),
        row.instant(5));
  }
}
