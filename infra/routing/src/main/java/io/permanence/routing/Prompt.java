package io.permanence.routing;

import io.permanence.model.line.Rule;
import java.util.Optional;

/**
 * Something the caller hears.
 *
 * @param text the customer's own words; played when they were rendered to sound in time
 * @param otherwise the ready-made message that says the same in general words
 */
public record Prompt(Optional<String> text, Stock otherwise) {
  /** Messages that lie ready beside Asterisk. */
  public enum Stock {
    /** This number is not in service. */
    UNKNOWN_NUMBER,
    /** We cannot take your call. */
    BLOCKED,
    /** Please call again and show your number. */
    WITHHELD,
    /** Nobody answers at this hour. */
    CLOSED,
    /** Nobody answers at this hour; please leave a message. */
    CLOSED_VOICEMAIL,
    /** Please leave a message. */
    VOICEMAIL,
    /** Everybody is talking; please leave a message. */
    ALL_BUSY,
    /** More calls come than can be taken; please call again. */
    ALL_LINES_BUSY
  }

  /** A ready-made message only. */
  public static Prompt of(Stock stock) {
    return new Prompt(Optional.empty(), stock);
  }

  /** Where nobody answers at this hour, the message of the rule that governed comes first. */
  static Prompt of(Stock stock, Basis basis) {
    return switch (stock) {
      case CLOSED, CLOSED_VOICEMAIL -> new Prompt(basis.rule().flatMap(Rule::message), stock);
      default -> of(stock);
    };
  }
}
