/**
 * Keeps the mirror of a customer's Google contacts, under consent and no longer (E1, E4, E6).
 * {@link io.permanence.sync.SyncMain} runs it alone, {@link io.permanence.sync.SyncVerticle} starts
 * and stops it, {@link io.permanence.sync.SyncSettings} says what it needs.
 */
@NullMarked
package io.permanence.sync;

import org.jspecify.annotations.NullMarked;
