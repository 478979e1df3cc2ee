package io.permanence.testing.standin.fault;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The faults waiting to happen, by recipient; {@value #EVERYBODY} stands for all of them. A
 * recipient's own fault comes before everybody's. Safe to use from every thread.
 *
 * @param <F> what can go wrong at this provider
 */
public final class Faults<F> {
  public static final String EVERYBODY = "*";

  private record Waiting<F>(F fault, int times) {}

  private final Map<String, Waiting<F>> byRecipient = new ConcurrentHashMap<>();

  /** The next {@code times} requests for the recipient meet the fault; replaces an earlier one. */
  public void set(String recipient, F fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times is at least 1");
    }
    byRecipient.put(key(recipient), new Waiting<>(fault, times));
  }

  public void clear() {
    byRecipient.clear();
  }

  /** The fault that this request meets, which counts as one time. */
  public Optional<F> next(String recipient) {
    return take(key(recipient)).or(() -> take(EVERYBODY));
  }

  private Optional<F> take(String key) {
    while (true) {
      Waiting<F> waiting = byRecipient.get(key);
      if (waiting == null) {
        return Optional.empty();
      }
      boolean counted =
          waiting.times() == 1
              ? byRecipient.remove(key, waiting)
              : byRecipient.replace(
                  key, waiting, new Waiting<>(waiting.fault(), waiting.times() - 1));
      if (counted) {
        return Optional.of(waiting.fault());
      }
    }
  }

  private static String key(String recipient) {
    return recipient.toLowerCase(Locale.ROOT);
  }
}
