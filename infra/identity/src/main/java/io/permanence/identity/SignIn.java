package io.permanence.identity;

import java.time.Duration;
import java.util.Optional;

/** What came of a sign-in. An unknown name and a wrong password are the same answer (S4). */
public sealed interface SignIn {
  /**
   * What was typed; never printed.
   *
   * @param code of the second factor
   * @param enrolment as it was offered with {@link EnrolmentRequired}: the code is the first one
   */
  record Credentials(
      String user, String password, Optional<String> code, Optional<String> enrolment) {
    /** Of somebody who has a second factor, or needs none. */
    public Credentials(String user, String password, Optional<String> code) {
      this(user, password, code, Optional.empty());
    }

    @Override
    public String toString() {
      return "[CREDENTIALS]";
    }
  }

  /** Signed in. */
  record SignedIn(SessionToken token, ActiveSession session) implements SignIn {}

  /** Unknown name, wrong password, disabled account, or an account of the other application. */
  record WrongCredentials() implements SignIn {}

  /** The password is right; a one-time code is needed too. */
  record SecondFactorRequired() implements SignIn {}

  /**
   * The password is right; the account needs a second factor and has none yet (D1). Whoever sends
   * the enrolment back with a code of the secret is signed in, and the secret is the account's.
   *
   * @param secret base 32, for an authenticator
   * @param enrolment opaque; counts for this account and a few minutes
   */
  record EnrolmentRequired(String secret, String enrolment) implements SignIn {
    @Override
    public String toString() {
      return "[ENROLMENT]";
    }
  }

  /** The one-time code is wrong or was used before. */
  record WrongSecondFactor() implements SignIn {}

  /** Too many failures with this name; the next attempt may be made after this time. */
  record TooManyAttempts(Duration retryIn) implements SignIn {}
}
