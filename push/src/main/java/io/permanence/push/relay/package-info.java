/**
 * Takes what is due and has it delivered: claims in a short transaction, fans out, sends outside
 * any transaction, closes with what the provider said. At least once to the provider; repeats carry
 * the same ids. A worker that dies loses its lease after seconds and another takes over (R11).
 * Knows no provider: those are the {@link io.permanence.push.relay.Carrier}s.
 */
@NullMarked
package io.permanence.push.relay;

import org.jspecify.annotations.NullMarked;
