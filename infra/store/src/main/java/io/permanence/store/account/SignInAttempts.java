package io.permanence.store.account;

import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Failed sign-ins by a hash of the name that was typed, whether such an account exists or not. An
 * attempt counts as failed from the moment it is made until it is taken back, so that guesses sent
 * together cannot slip through between counting and failing.
 */
public final class SignInAttempts {
  private SignInAttempts() {}

  /** What the register says about a new attempt. */
  public sealed interface Admission {
    /** It may go on; take it back by this id when it succeeds. */
    record Admitted(UUID attempt) implements Admission {}

    /** Too many failed; the next may be made after this time. */
    record Refused(Duration retryIn) implements Admission {}
  }

  /**
   * Registers an attempt unless too many failed within the period.
   *
   * @param most failures allowed within the period
   */
  public static Future<Admission> admit(
      Tx tx, byte[] nameHash, UUID attempt, int most, Duration period, Instant now) {
    Instant since = now.minus(period);
    return tx.rows(
            "select pg_advisory_xact_lock(hashtextextended(encode(?1, 'hex'), 0)) is null",
            nameHash)
        .compose(
            locked ->
                tx.execute(
                    "delete from directory_sign_in_failure where name_hash = ?1 and at <= ?2",
                    nameHash,
                    since))
        .compose(
            forgotten ->
                tx.rows(
                    """
                    select count(*), coalesce(min(at), ?2) from directory_sign_in_failure
                    where name_hash = ?1\
                    """,
                    nameHash,
                    now))
        .map(rows -> new Row(rows.getFirst()))
        .compose(
            failures -> {
              if (failures.number(0) >= most) {
                Duration retryIn = Duration.between(now, failures.instant(1).plus(period));
                return Future.<Admission>succeededFuture(new Admission.Refused(retryIn));
              }
              return tx.execute(
                      "insert into directory_sign_in_failure (id, name_hash, at) values (?1, ?2,"
                          + " ?3)",
                      attempt,
                      nameHash,
                      now)
                  .map(added -> (Admission) new Admission.Admitted(attempt));
            });
  }

  /** Takes an attempt back: it was no failure. */
  public static Future<Void> takeBack(Tx tx, UUID attempt) {
    return tx.execute("delete from directory_sign_in_failure where id = ?1", attempt).mapEmpty();
  }

  /** Forgets failures older than an instant. */
  public static Future<Integer> sweep(Tx tx, Instant before) {
    return tx.execute("delete from directory_sign_in_failure where at <= ?1", before);
  }
}
