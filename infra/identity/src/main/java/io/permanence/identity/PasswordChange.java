package io.permanence.identity;

import java.time.Duration;

/** What came of a change of password. */
public sealed interface PasswordChange {
  /** Changed; all sessions ended but this new one. */
  record Changed(SessionToken token, ActiveSession session) implements PasswordChange {}

  /** The current password is wrong. */
  record WrongCurrent() implements PasswordChange {}

  /** The new password breaks a rule. */
  record Refused(PasswordRules.Rule rule, int limit) implements PasswordChange {}

  /** Too many wrong current passwords; the next attempt may be made after this time. */
  record TooManyAttempts(Duration retryIn) implements PasswordChange {}
}
