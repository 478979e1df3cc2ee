package io.permanence.model.mirror;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.Windows.Span;

/**
 * A time at which the customer's Google calendar says busy, as it is kept (A8). Nothing else of an
 * appointment is known here.
 *
 * @param consent under which it is kept (E6)
 */
public record MirroredBusyTime(Span busy, ConsentId consent) {}
