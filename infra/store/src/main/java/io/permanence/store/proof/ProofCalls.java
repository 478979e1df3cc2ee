package io.permanence.store.proof;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Codes to be spoken; in the router's hands. */
public final class ProofCalls {
  private ProofCalls() {}

  /** A code nobody has begun to speak. */
  public record Due(CustomerId customer, UUID proof) {}

  /** What became of the call. */
  public enum Outcome {
    ANSWERED,
    NOT_REACHED,
    /** The toll fence would not have it. */
    REFUSED
  }

  /** All that are due, oldest first; across customers. */
  public static Future<List<Due>> due(Tx tx, Instant now) {
    return tx.rows("select customer_id, id from number_proof_calls_due(?1)", now)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Due(new CustomerId(row.uuid(0)), row.uuid(1)))
                    .toList());
  }

  /** Takes the call upon this node; false when another has. */
  public static Future<Boolean> begin(Tx tx, Due due, Instant now) {
    return tx.execute(
            """
            insert into number_proof_call (customer_id, proof_id, begun_at) values (?1, ?2, ?3)
            on conflict do nothing\
            """,
            due.customer().value(),
            due.proof(),
            now)
        .map(rows -> rows == 1);
  }

  /** How it went; the first word counts. */
  public static Future<Void> ended(Tx tx, UUID proof, Outcome outcome, String why) {
    return tx.execute(
            """
            update number_proof_call set outcome = ?2, why = ?3
            where proof_id = ?1 and outcome is null\
            """,
            proof,
            outcome.name(),
            why)
        .mapEmpty();
  }

  /** How the call of a proof went so far; absent before it began and while it rings. */
  public static Future<Optional<Outcome>> outcome(Tx tx, UUID proof) {
    return tx.rows("select outcome from number_proof_call where proof_id = ?1", proof)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .flatMap(row -> row.maybe(0, row::text).stream())
                    .map(Outcome::valueOf)
                    .findFirst());
  }

  /** The language of the transaction's customer. */
  public static Future<Locale> language(Tx tx) {
    return tx.rows("select language from customer")
        .map(rows -> Locale.of(new Row(rows.getFirst()).text(0)));
  }
}
