package io.permanence.testing.standin.inbox;

import io.permanence.testing.standin.fault.Faults;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Replies with which the SMTP server refuses a recipient, each for a number of times. Safe to use
 * from every thread.
 */
public final class SmtpFaults {
  private static final Pattern REPLY = Pattern.compile("[45]\\d\\d [\\x20-\\x7e]{1,200}");

  private final Faults<String> replies = new Faults<>();

  /**
   * Answers the next {@code times} mails to the recipient with the reply, for example {@code "451
   * 4.3.0 Try again later"}; {@link Faults#EVERYBODY} is every recipient.
   *
   * @throws IllegalArgumentException when the reply is no line that begins with a code 4xx or 5xx
   */
  public void refuse(String recipient, String reply, int times) {
    if (!REPLY.matcher(reply).matches()) {
      throw new IllegalArgumentException("a reply is a line like 451 4.3.0 Try again later");
    }
    replies.set(recipient, reply, times);
  }

  public void clear() {
    replies.clear();
  }

  Optional<String> next(String recipient) {
    return replies.next(recipient);
  }
}
