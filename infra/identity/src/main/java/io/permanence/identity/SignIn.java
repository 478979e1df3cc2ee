package io.permanence.identity;

import java.time.Duration;

/** What came of a sign-in. An unknown name and a wrong password are the same answer (S4). */
public sealed interface SignIn {
  /** What was typed; never printed. */
  record Credentials(String user, String password, java.util.Optional<String> code) {
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

  /** The one-time code is wrong or was used before. */
  record WrongSecondFactor() implements SignIn {}

  /** Too many failures with this name; the next attempt may be made after this time. */
  record TooManyAttempts(Duration retryIn) implements SignIn {}
}
