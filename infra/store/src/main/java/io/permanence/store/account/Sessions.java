package io.permanence.store.account;

import io.permanence.model.id.AccountId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Who is signed in. */
public final class Sessions {
  private Sessions() {}

  /** Opens a session. */
  public static Future<Void> add(
      Tx tx, TokenHash token, AccountId account, String realm, Instant now, Instant expiresAt) {
    return tx.execute(
            """
            insert into directory_session (token_hash, account_id, realm, created_at, seen_at,
              expires_at) values (?1, ?2, ?3, ?4, ?4, ?5)\
            """,
            token.bytes(),
            account.value(),
            realm,
            now,
            expiresAt)
        .mapEmpty();
  }

  /**
   * The session of a token, with its account, unless the account is disabled. Whether it is still
   * in time is the caller's to judge.
   */
  public static Future<Optional<Session>> find(Tx tx, TokenHash token, String realm) {
    return tx.rows(
            """
            select %s,
              s.created_at, s.seen_at, s.expires_at
            from directory_session s join directory_account a on a.id = s.account_id
            where s.token_hash = ?1 and s.realm = ?2 and a.disabled_at is null\
            """
                .formatted(Accounts.COLUMNS),
            token.bytes(),
            realm)
        .map(
            rows -> rows.stream().findFirst().map(Row::new).map(row -> session(row, token, realm)));
  }

  /** Notes a use. */
  public static Future<Void> seen(Tx tx, TokenHash token, Instant now) {
    return tx.execute(
            "update directory_session set seen_at = ?2 where token_hash = ?1", token.bytes(), now)
        .mapEmpty();
  }

  /** Ends a session; ending one that is over does nothing. */
  public static Future<Void> end(Tx tx, TokenHash token) {
    return tx.execute("delete from directory_session where token_hash = ?1", token.bytes())
        .mapEmpty();
  }

  /** Ends every session of an account. */
  public static Future<Integer> endAll(Tx tx, AccountId account) {
    return tx.execute("delete from directory_session where account_id = ?1", account.value());
  }

  /** Forgets sessions that are over. */
  public static Future<Integer> sweep(Tx tx, Instant now) {
    return tx.execute("delete from directory_session where expires_at <= ?1", now);
  }

  private static Session session(Row row, TokenHash token, String realm) {
    Account account = Accounts.account(row);
    return new Session(token, account, realm, row.instant(10), row.instant(11), row.instant(12));
  }
}
