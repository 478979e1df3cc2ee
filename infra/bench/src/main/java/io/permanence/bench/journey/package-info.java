/**
 * The journey of a call with a stop-watch: a real INVITE, a real Asterisk, a secretary in headless
 * Chromium who answers as soon as she sees the card, and sound told apart by its tone. Each figure
 * starts a system of its own in the benchmark's run folder. All clocks are this machine's.
 */
@NullMarked
package io.permanence.bench.journey;

import org.jspecify.annotations.NullMarked;
