package io.permanence.push.plan;

import io.permanence.model.Urgency;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a push says: a generic text and an opaque id, never a name, a number or a word of the note
 * (C3).
 *
 * @param data what the app needs to fetch the rest: {@code kind} and {@code id}
 * @param tag the same for every repeat, so that the person sees it once
 * @param urgent whether it may wake a sleeping device
 * @param timeToLive how long the provider may keep it
 */
public record PushText(
    String title,
    String body,
    Map<String, String> data,
    String tag,
    boolean urgent,
    Duration timeToLive) {
  private static final Duration LONGEST_KEPT = Duration.ofDays(1);

  /** The push of a message. */
  public static PushText of(Message message, Instant now) {
    Words words = Words.of(message.language());
    Duration left = Duration.between(now, Lifetime.end(message));
    return new PushText(
        words.sender,
        words.generic(message.kind()),
        Map.of("kind", message.kind().name(), "id", message.subject().toString()),
        message.subject().toString(),
        message.kind() == MessageKind.INCOMING_CALL || message.urgency() == Urgency.URGENT,
        left.compareTo(LONGEST_KEPT) > 0 ? LONGEST_KEPT : left);
  }
}
