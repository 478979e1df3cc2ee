package io.permanence.push.plan;

import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import java.time.Duration;
import java.time.Instant;

/** How long a message is worth telling, counted from the moment it was decided to tell it. */
public final class Lifetime {
  private static final Duration RINGING = Duration.ofSeconds(45);
  private static final Duration CODE = Duration.ofMinutes(10);
  private static final Duration WRITTEN = Duration.ofDays(3);

  private Lifetime() {}

  /** The worth of a kind. */
  public static Duration of(MessageKind kind) {
    return switch (kind) {
      case INCOMING_CALL -> RINGING;
      case NOTE, VOICEMAIL, LOST_CALL -> WRITTEN;
      case NUMBER_PROOF -> CODE;
    };
  }

  /** Whether it is too late to tell it. */
  public static boolean over(Message message, Instant now) {
    return message.rungOut() || !end(message).isAfter(now);
  }

  /** When it will be too late. */
  public static Instant end(Message message) {
    return message.toldAt().plus(of(message.kind()));
  }
}
