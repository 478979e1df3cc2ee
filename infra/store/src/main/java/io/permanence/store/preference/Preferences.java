package io.permanence.store.preference;

import io.permanence.model.Urgency;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A person's choice, one rule for each channel and urgency.
 *
 * @param version 1 while nothing was chosen
 * @param emailAddress where e-mail goes
 * @param smsNumber where text messages go, E.164
 * @param incomingCalls whether a push comes while a call rings; not while nothing was chosen
 */
public record Preferences(
    int version,
    Optional<String> emailAddress,
    Optional<String> smsNumber,
    List<Rule> rules,
    boolean incomingCalls,
    Optional<QuietHours> quietHours) {
  /** How somebody can be told. */
  public enum Channel {
    PUSH,
    EMAIL,
    SMS
  }

  /** Whether a channel is used for an urgency. */
  public record Rule(Channel channel, Urgency urgency, boolean enabled) {}

  /**
   * Hours by the customer's wall clock in which nothing is sent; may span midnight.
   *
   * @param urgentAnyway whether urgent messages are sent all the same
   */
  public record QuietHours(LocalTime from, LocalTime to, boolean urgentAnyway) {}

  public Preferences {
    rules = List.copyOf(rules);
  }
}
