/**
 * Keeps the mirror of a customer's Google contacts and the busy times of their calendar, each under
 * its own consent and no longer (A8, E1, E4, E6). {@link io.permanence.sync.SyncMain} runs it
 * alone, {@link io.permanence.sync.SyncVerticle} starts and stops it, {@link
 * io.permanence.sync.SyncSettings} says what it needs.
 */
@NullMarked
package io.permanence.sync;

import org.jspecify.annotations.NullMarked;
