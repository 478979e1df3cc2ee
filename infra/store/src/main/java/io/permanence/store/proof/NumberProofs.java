package io.permanence.store.proof;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.proof.NumberProof.By;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Codes of the transaction's customer; in the portal's hands. */
public final class NumberProofs {
  private static final String READ =
      """
      select id, forwarding_number_id, number, account_id, channel, code_sealed, sent_at,
        expires_at, attempts
      from number_proof\
      """;

  private NumberProofs() {}

  /** Locks the customer's codes: they are asked for and typed one at a time. */
  public static Future<Void> locked(Tx tx) {
    return tx.rows(
            """
            select cast(pg_advisory_xact_lock(hashtextextended(
              'number_proof ' || cast(current_customer() as text), 0)) as text)\
            """)
        .mapEmpty();
  }

  /** When codes were sent since a moment, newest first, with the number each went to. */
  public static Future<List<Sent>> sentSince(Tx tx, Instant since) {
    return tx.rows(
            "select number, sent_at from number_proof where sent_at > ?1 order by sent_at desc",
            since)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Sent(new PhoneNumber(row.text(0)), row.instant(1)))
                    .toList());
  }

  /** A code that was sent. */
  public record Sent(PhoneNumber number, Instant at) {}

  /** Writes a new code; those sent to the same number before count no more. */
  public static Future<Void> add(Tx tx, CustomerId customer, NumberProof proof) {
    return tx.execute(
            "update number_proof set code_sealed = null where number = ?1", proof.number().e164())
        .compose(
            done ->
                tx.execute(
                    """
                    insert into number_proof (customer_id, id, forwarding_number_id, number,
                      account_id, channel, code_sealed, sent_at, expires_at, attempts)
                    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)\
                    """,
                    customer.value(),
                    proof.id(),
                    proof.numberId().value(),
                    proof.number().e164(),
                    proof.account().value(),
                    proof.by().name(),
                    proof.code().orElseThrow(),
                    proof.sentAt(),
                    proof.expiresAt()))
        .mapEmpty();
  }

  /** The proof of that id. */
  public static Future<Optional<NumberProof>> find(Tx tx, UUID id) {
    return tx.rows(READ + " where id = ?1", id).map(NumberProofs::first);
  }

  /** The newest code sent to a number. */
  public static Future<Optional<NumberProof>> newest(Tx tx, ForwardingNumberId number) {
    return tx.rows(
            READ + " where forwarding_number_id = ?1 order by sent_at desc limit 1", number.value())
        .map(NumberProofs::first);
  }

  /** Counts a wrong attempt. */
  public static Future<Void> wrong(Tx tx, NumberProof proof) {
    return tx.execute("update number_proof set attempts = attempts + 1 where id = ?1", proof.id())
        .mapEmpty();
  }

  /** The number is proven; the code is used up. */
  public static Future<Void> proven(Tx tx, NumberProof proof, Instant now) {
    return tx.execute(
            "update number_proof set code_sealed = null, proven_at = ?2 where id = ?1",
            proof.id(),
            now)
        .compose(
            done ->
                tx.execute(
                    "update forwarding_number set proven_at = ?2 where id = ?1 and number = ?3",
                    proof.numberId().value(),
                    now,
                    proof.number().e164()))
        .mapEmpty();
  }

  private static Optional<NumberProof> first(List<Object[]> rows) {
    return rows.stream().map(Row::new).map(NumberProofs::proof).findFirst();
  }

  private static NumberProof proof(Row row) {
    return new NumberProof(
        row.uuid(0),
        new ForwardingNumberId(row.uuid(1)),
        new PhoneNumber(row.text(2)),
        new AccountId(row.uuid(3)),
        By.valueOf(row.text(4)),
        row.maybe(5, row::bytes),
        row.instant(6),
        row.instant(7),
        row.whole(8));
  }
}
