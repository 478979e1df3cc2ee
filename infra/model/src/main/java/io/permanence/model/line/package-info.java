/**
 * A line and everything its customer decided about it: instructions with their windows, the
 * forwarding ladder, marked callers. {@link io.permanence.model.line.LineSnapshot} is what a
 * routing decision is made from.
 */
@NullMarked
package io.permanence.model.line;

import org.jspecify.annotations.NullMarked;
