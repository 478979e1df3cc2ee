/**
 * Decides and words what is delivered: pure, no clock, no randomness, no I/O. Whom to tell over
 * which channel and when, what to do with a provider's answer, when to try again, how hard to press
 * a failing provider, and every text in French and English.
 */
@NullMarked
package io.permanence.push.plan;

import org.jspecify.annotations.NullMarked;
