/**
 * What a customer's calls through the trunk may cost a day, and what they have cost (A14): legs,
 * their reservations, the caps, and the pure decision whether one more fits.
 */
@NullMarked
package io.permanence.model.outgoing;

import org.jspecify.annotations.NullMarked;
