package io.permanence.store.account;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Who may sign in. */
public final class Accounts {
  static final String COLUMNS =
      """
      a.id, a.sign_in, a.password_hash, a.must_change_password, a.totp_secret, a.role,
        a.customer_id, a.language, a.created_at, a.disabled_at\
      """;
  private static final String SELECT = "select " + COLUMNS + " from directory_account a";

  private Accounts() {}

  /** Adds an account; fails when the sign-in name is taken. */
  public static Future<Void> add(Tx tx, Account account) {
    return tx.execute(
            """
            insert into directory_account (id, sign_in, password_hash, must_change_password,
              totp_secret, role, customer_id, language, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)\
            """,
            account.id().value(),
            account.signIn(),
            account.passwordHash(),
            account.mustChangePassword(),
            account.totpSecret().map(SealedSecret::bytes).orElse(null),
            account.role().name(),
            account.customer().map(CustomerId::value).orElse(null),
            account.language(),
            account.createdAt())
        .mapEmpty();
  }

  /** The account with this sign-in name, disabled or not. */
  public static Future<Optional<Account>> bySignIn(Tx tx, String signIn) {
    return tx.rows(SELECT + " where sign_in = ?1", signIn).map(Accounts::first);
  }

  /** The account with this id, disabled or not. */
  public static Future<Optional<Account>> byId(Tx tx, AccountId id) {
    return tx.rows(SELECT + " where id = ?1", id.value()).map(Accounts::first);
  }

  /** Sets a password; it is no temporary one unless said so. */
  public static Future<Void> setPassword(Tx tx, AccountId id, String hash, boolean temporary) {
    return tx.execute(
            "update directory_account set password_hash = ?2, must_change_password = ?3 where id ="
                + " ?1",
            id.value(),
            hash,
            temporary)
        .mapEmpty();
  }

  /** Sets the language the account is spoken to in. */
  public static Future<Void> setLanguage(Tx tx, AccountId id, String language) {
    return tx.execute(
            "update directory_account set language = ?2 where id = ?1", id.value(), language)
        .mapEmpty();
  }

  /** Keeps an account's first second factor; false when it has one already. */
  public static Future<Boolean> enrol(Tx tx, AccountId id, SealedSecret secret) {
    return tx.execute(
            """
            update directory_account set totp_secret = ?2 where id = ?1 and totp_secret is null\
            """,
            id.value(),
            secret.bytes())
        .map(rows -> rows == 1);
  }

  /**
   * Uses up a one-time code.
   *
   * @param step the code's time step; steps only go forward
   * @return false when this or a later step was used before
   */
  public static Future<Boolean> useCode(Tx tx, AccountId id, long step) {
    return tx.execute(
            """
            update directory_account set totp_last_step = ?2
            where id = ?1 and coalesce(totp_last_step, -1) < ?2\
            """,
            id.value(),
            step)
        .map(rows -> rows == 1);
  }

  private static Optional<Account> first(List<Object[]> rows) {
    return rows.stream().findFirst().map(Row::new).map(Accounts::account);
  }

  static Account account(Row row) {
    return new Account(
        new AccountId(row.uuid(0)),
        row.text(1),
        row.text(2),
        row.flag(3),
        row.maybe(4, row::bytes).map(SealedSecret::new),
        Role.valueOf(row.text(5)),
        row.maybe(6, row::uuid).map(CustomerId::new),
        row.text(7),
        row.instant(8),
        row.maybe(9, row::instant));
  }
}
