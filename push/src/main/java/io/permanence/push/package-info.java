/**
 * Tells the customer: from the outbox to push, e-mail and SMS (C1–C3). {@link
 * io.permanence.push.PushMain} runs it alone, {@link io.permanence.push.PushVerticle} starts and
 * stops it, {@link io.permanence.push.PushSettings} says what it needs.
 */
@NullMarked
package io.permanence.push;

import org.jspecify.annotations.NullMarked;
