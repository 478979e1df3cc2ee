package io.permanence.callrouter.spool;

import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The small file beside a recording: what Asterisk did with a call. Lines {@code name=value}, the
 * last one {@code end=CALL}; a file without it is still being written.
 *
 * @param dialled digits
 * @param caller digits or {@code withheld}
 * @param recordedAt when the recording began; absent when there is none
 * @param seconds how long the caller spoke, or the emergency group talked
 * @param fallback whether Asterisk decided alone
 */
public record Sidecar(
    CallId call,
    String dialled,
    String caller,
    Instant arrivedAt,
    Optional<Instant> recordedAt,
    int seconds,
    boolean fallback,
    Outcome outcome,
    Instant endedAt) {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
  private static final int LONGEST = 3_600;

  /** What became of the caller. */
  public enum Outcome {
    VOICEMAIL,
    ANSWERED,
    LOST
  }

  /** What a file says. */
  public sealed interface Reading {
    /** All of it. */
    record Complete(Sidecar sidecar) implements Reading {}

    /** The last line is not there yet. */
    record Unfinished() implements Reading {}

    /** It will never make sense. */
    record Unreadable() implements Reading {}
  }

  /** Reads the lines of a file whose name, without its ending, is {@code name}. */
  public static Reading read(String name, List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    if (!values.containsKey("end")) {
      return new Reading.Unfinished();
    }
    boolean sound =
        UUID_FORM.matcher(name).matches()
            && name.equals(values.get("call"))
            && name.equals(values.get("end"));
    return sound
        ? of(name, values).<Reading>map(Reading.Complete::new).orElseGet(Reading.Unreadable::new)
        : new Reading.Unreadable();
  }

  private static Optional<Sidecar> of(String name, Map<String, String> values) {
    Optional<Instant> arrived = instant(values, "arrived");
    Optional<Instant> ended = instant(values, "ended");
    Optional<Outcome> outcome = outcome(values.getOrDefault("outcome", ""));
    if (arrived.isEmpty() || ended.isEmpty() || outcome.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sidecar(
            CallId.of(name),
            values.getOrDefault("dialled", ""),
            values.getOrDefault("caller", "withheld"),
            arrived.get(),
            instant(values, "recorded"),
            (int) Math.min(LONGEST, number(values, "seconds").orElse(0L)),
            "fallback".equals(values.get("reason")),
            outcome.get(),
            ended.get()));
  }

  private static Optional<Outcome> outcome(String word) {
    return switch (word) {
      case "voicemail" -> Optional.of(Outcome.VOICEMAIL);
      case "answered" -> Optional.of(Outcome.ANSWERED);
      case "lost" -> Optional.of(Outcome.LOST);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(Map<String, String> values, String name) {
    return number(values, name).map(Instant::ofEpochSecond);
  }

  private static Optional<Long> number(Map<String, String> values, String name) {
    String text = values.getOrDefault(name, "");
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
