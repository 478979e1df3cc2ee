package io.permanence.store.desk;

import io.permanence.model.id.AccountId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The telephones that may register; the file Asterisk reads is made from these rows. */
public final class TelephoneRows {
  private TelephoneRows() {}

  /** A browser's credentials live a shift at most, a desk phone's until changed. */
  public enum Kind {
    BROWSER,
    DESK
  }

  /**
   * A telephone.
   *
   * @param name what it signs in with; never used again for another sign-in
   */
  public record TelephoneRow(
      String name, AccountId account, Kind kind, String secret, Optional<Instant> validUntil) {
    @Override
    public String toString() {
      return "Telephone[" + name + "]";
    }
  }

  /** Every telephone that is valid at this time. */
  public static Future<List<TelephoneRow>> valid(Tx tx, Instant now) {
    return tx.rows(
            """
            select id, account_id, kind, secret, valid_until from telephone
            where valid_until is null or valid_until > ?1 order by id\
            """,
            now)
        .map(rows -> rows.stream().map(TelephoneRows::telephone).toList());
  }

  /** A person's telephone of that kind. */
  public static Future<Optional<TelephoneRow>> find(Tx tx, AccountId account, Kind kind) {
    return tx.rows(
            """
            select id, account_id, kind, secret, valid_until from telephone
            where account_id = ?1 and kind = ?2\
            """,
            account.value(),
            kind.name())
        .map(rows -> rows.stream().findFirst().map(TelephoneRows::telephone));
  }

  /** Gives a person a telephone in place of the one of the same kind. */
  public static Future<Void> replace(Tx tx, TelephoneRow telephone) {
    return remove(tx, telephone.account(), telephone.kind())
        .compose(
            removed ->
                tx.execute(
                    """
                    insert into telephone (id, account_id, kind, secret, valid_until)
                    values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as timestamptz))\
                    """,
                    telephone.name(),
                    telephone.account().value(),
                    telephone.kind().name(),
                    telephone.secret(),
                    telephone.validUntil().map(Instant::toString).orElse("")))
        .mapEmpty();
  }

  /** Takes a person's telephone of that kind away. */
  public static Future<Void> remove(Tx tx, AccountId account, Kind kind) {
    return tx.execute(
            "delete from telephone where account_id = ?1 and kind = ?2",
            account.value(),
            kind.name())
        .mapEmpty();
  }

  private static TelephoneRow telephone(Object[] cells) {
    Row row = new Row(cells);
    return new TelephoneRow(
        row.text(0),
        new AccountId(row.uuid(1)),
        Kind.valueOf(row.text(2)),
        row.text(3),
        row.maybe(4, row::instant));
  }
}
