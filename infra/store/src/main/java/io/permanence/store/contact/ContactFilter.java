package io.permanence.store.contact;

import io.permanence.model.line.CallerMark;
import java.util.Optional;

/**
 * Which contacts are looked for.
 *
 * @param text part of name, company or number
 * @param google true for mirrored ones only, false for own ones only
 * @param after the last contact of the page before
 */
public record ContactFilter(
    Optional<String> text,
    Optional<CallerMark> mark,
    Optional<Boolean> google,
    Optional<Position> after) {
  /** Where a page ended, in the order of names. */
  public record Position(String sortName, String key) {}
}
