package io.permanence.testing.standin.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Replies with which the SMTP server refuses a recipient, each for a number of times. Safe to use
 * from every thread.
 */
public final class SmtpFaults {
  /** The recipient that stands for everybody. */
  public static final String EVERYBODY = "*";

  private static final Pattern REPLY = Pattern.compile("[45]\\d\\d [\\x20-\\x7e]{1,200}");

  private record Refusal(String reply, int times) {}

  private final Map<String, Refusal> byRecipient = new ConcurrentHashMap<>();

  /**
   * Answers the next {@code times} mails to the recipient with the reply, for example {@code "451
   * 4.3.0 Try again later"}.
   *
   * @throws IllegalArgumentException when the reply is no line that begins with a code 4xx or 5xx
   */
  public void refuse(String recipient, String reply, int times) {
    if (!REPLY.matcher(reply).matches() || times < 1) {
      throw new IllegalArgumentException("a reply is a line like 451 4.3.0 Try again later");
    }
    byRecipient.put(key(recipient), new Refusal(reply, times));
  }

  public void clear() {
    byRecipient.clear();
  }

  Optional<String> next(String recipient) {
    return take(key(recipient)).or(() -> take(EVERYBODY));
  }

  private Optional<String> take(String key) {
    Refusal[] taken = new Refusal[1];
    byRecipient.computeIfPresent(
        key,
        (same, refusal) -> {
          taken[0] = refusal;
          return refusal.times() == 1 ? null : new Refusal(refusal.reply(), refusal.times() - 1);
        });
    return Optional.ofNullable(taken[0]).map(Refusal::reply);
  }

  private static String key(String recipient) {
    return recipient.toLowerCase(Locale.ROOT);
  }
}
