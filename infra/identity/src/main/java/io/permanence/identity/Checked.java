package io.permanence.identity;

import io.permanence.store.account.Account;
import java.util.Optional;
import java.util.OptionalLong;

/** What was typed at a sign-in, compared with what is kept. */
sealed interface Checked {
  /**
   * Right.
   *
   * @param codeStep the time step of the code that was given, which may be used once
   * @param enrolled the secret of a second factor that is new
   */
  record Right(Account account, OptionalLong codeStep, Optional<String> enrolled)
      implements Checked {}

  /**
   * Not enough, or wrong.
   *
   * @param failure whether it counts among those an hour allows
   */
  record Not(SignIn answer, boolean failure) implements Checked {}
}
