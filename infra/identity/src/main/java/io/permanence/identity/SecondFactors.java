package io.permanence.identity;

import io.permanence.model.id.AccountId;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.account.Account;
import io.permanence.store.account.SealedSecret;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The second factor of a sign-in whose password was right (D1): compared when the account has one,
 * chosen now when it needs one and has none.
 */
final class SecondFactors {
  private final Sealer sealer;
  private final Enrolments enrolments;
  private final boolean staffNeedOne;

  /** Second factors whose secrets that sealer keeps. */
  SecondFactors(Sealer sealer, boolean staffNeedOne) {
    this.sealer = sealer;
    this.enrolments = new Enrolments(sealer);
    this.staffNeedOne = staffNeedOne;
  }

  /** Judges what was typed beside the password. */
  Checked check(Account account, SignIn.Credentials typed, Instant now) {
    if (account.totpSecret().isEmpty()) {
      return staffNeedOne && account.role().staff()
          ? enrolment(account, typed, now)
          : new Checked.Right(account, OptionalLong.empty(), Optional.empty());
    }
    if (typed.code().isEmpty()) {
      return new Checked.Not(new SignIn.SecondFactorRequired(), false);
    }
    String secret =
        sealer
            .open(account.totpSecret().get().bytes(), purpose(account.id()))
            .orElseThrow(() -> new IllegalStateException("a second factor does not open"));
    return compared(account, secret, Optional.empty(), typed.code().get(), now);
  }

  private Checked enrolment(Account account, SignIn.Credentials typed, Instant now) {
    Optional<String> secret =
        typed.enrolment().flatMap(offered -> enrolments.secret(offered, account.id(), now));
    return secret.isEmpty() || typed.code().isEmpty()
        ? new Checked.Not(enrolments.offer(account.id(), now), false)
        : compared(account, secret.get(), secret, typed.code().get(), now);
  }

  private static Checked compared(
      Account account, String secret, Optional<String> enrolled, String code, Instant now) {
    OptionalLong step = OneTimeCodes.step(secret, code, now);
    return step.isPresent()
        ? new Checked.Right(account, step, enrolled)
        : new Checked.Not(new SignIn.WrongSecondFactor(), true);
  }

  /** A secret as the store keeps it. */
  SealedSecret sealed(String secret, AccountId id) {
    return new SealedSecret(sealer.seal(secret, purpose(id)));
  }

  private static String purpose(AccountId id) {
    return "account/totp/" + id;
  }
}
