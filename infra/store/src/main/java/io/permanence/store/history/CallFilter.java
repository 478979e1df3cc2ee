package io.permanence.store.history;

import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which calls are looked for.
 *
 * @param text in the caller's name or number, or in the note; case and accents do not matter
 * @param unread only calls with an unread note
 * @param withNote only calls with a note
 * @param binned only calls whose note is in the bin; otherwise those are left out
 * @param from arrived at or after
 * @param to arrived before
 * @param outcome as stored, or {@code IN_PROGRESS}
 * @param before the last call of the page before
 */
public record CallFilter(
    Optional<String> text,
    boolean unread,
    boolean withNote,
    boolean binned,
    Optional<LineId> line,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> outcome,
    Optional<Position> before) {
  /** Where a page ended. */
  public record Position(Instant arrivedAt, CallId id) {}
}
