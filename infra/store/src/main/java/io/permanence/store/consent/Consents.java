package io.permanence.store.consent;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The consents of the transaction's customer's people, and the texts they agree to. */
public final class Consents {
  private static final String SELECT =
      """
      select id, account_id, purpose, text_version, text_language, text_hash, given_at, given_how,
        withdrawn_at from consent\
      """;

  private Consents() {}

  /**
   * The texts in force in a language, one a purpose; a purpose whose newest text was taken out of
   * the set-up has none.
   */
  public static Future<List<ConsentText>> texts(Tx tx, String language, Instant now) {
    return tx.rows(
            """
            select purpose, version, language, body, hash from (
              select distinct on (purpose) * from consent_text
              where language = ?1 and published_at <= ?2 order by purpose, version desc) newest
            where unpublished_at is null or unpublished_at > ?2 order by purpose\
            """,
            language,
            now)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new ConsentText(
                                Purpose.of(row.text(0)).orElseThrow(),
                                row.whole(1),
                                row.text(2),
                                row.text(3),
                                row.text(4)))
                    .toList());
  }

  /** All consents of a person, newest first. */
  public static Future<List<Consent>> of(Tx tx, AccountId account) {
    return tx.rows(
            SELECT + " where account_id = ?1 order by given_at desc, id desc limit 200",
            account.value())
        .map(rows -> rows.stream().map(Row::new).map(Consents::consent).toList());
  }

  /** One consent of a person. */
  public static Future<Optional<Consent>> find(Tx tx, AccountId account, ConsentId id) {
    return tx.rows(SELECT + " where account_id = ?1 and id = ?2", account.value(), id.value())
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Consents::consent));
  }

  /** A person's consent for a purpose, kept in force until this transaction ends (E6). */
  public static Future<Optional<Consent>> inForce(Tx tx, AccountId account, Purpose purpose) {
    return tx.rows(
            SELECT + " where account_id = ?1 and purpose = ?2 and withdrawn_at is null for share",
            account.value(),
            purpose.word())
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Consents::consent));
  }

  /**
   * Records a consent.
   *
   * @return false when the id was used before, or one for this purpose is in force
   */
  public static Future<Boolean> give(Tx tx, CustomerId customer, Consent given) {
    return tx.execute(
            """
            insert into consent (customer_id, id, account_id, purpose, text_version, text_language,
              text_hash, given_at, given_how, given_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?3) on conflict do nothing\
            """,
            customer.value(),
            given.id().value(),
            given.account().value(),
            given.purpose().word(),
            given.textVersion(),
            given.textLanguage(),
            given.textHash(),
            given.givenAt(),
            given.how())
        .map(rows -> rows == 1);
  }

  /** Records a withdrawal; false when it was withdrawn before. */
  public static Future<Boolean> withdraw(
      Tx tx, ConsentId id, AccountId by, String how, Instant now) {
    return tx.execute(
            """
            update consent set withdrawn_at = ?2, withdrawn_how = ?3, withdrawn_by = ?4
            where id = ?1 and withdrawn_at is null\
            """,
            id.value(),
            now,
            how,
            by.value())
        .map(rows -> rows == 1);
  }

  private static Consent consent(Row row) {
    return new Consent(
        new ConsentId(row.uuid(0)),
        new AccountId(row.uuid(1)),
        Purpose.of(row.text(2)).orElseThrow(),
        row.whole(3),
        row.text(4),
        row.text(5),
        row.instant(6),
        row.text(7),
        row.maybe(8, row::instant));
  }
}
