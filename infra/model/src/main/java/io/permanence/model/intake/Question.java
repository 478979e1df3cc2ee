package io.permanence.model.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One question of a customer's intake script.
 *
 * @param choices for {@link Kind#CHOICE} only
 * @param onlyWhen absent when it is always asked
 */
public record Question(
    UUID id,
    String label,
    Kind kind,
    boolean required,
    List<String> choices,
    Optional<OnlyWhen> onlyWhen) {
  public Question {
    choices = List.copyOf(choices);
  }

  /** What an answer looks like. */
  public enum Kind {
    TEXT,
    LONG_TEXT,
    /** Digits, with a point before decimals. */
    NUMBER,
    /** {@code 2026-11-23}. */
    DATE,
    /** {@code 14:30}. */
    TIME,
    /** E.164. */
    PHONE,
    CHOICE,
    /** {@code yes} or {@code no}. */
    YES_NO;

    /** The name in the store and at the console, for example {@code long-text}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException for a name that is none of them
     */
    public static Kind of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** The question is asked only when an earlier one got this answer. */
  public record OnlyWhen(UUID questionId, String answer) {}
}
