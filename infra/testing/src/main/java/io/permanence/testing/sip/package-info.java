/**
 * The outside of the telephone network, played by SIPp on this machine: the carrier that delivers a
 * call, the customer's telephones behind it, a secretary's desk phone. What they hear is measured
 * by a UDP socket of our own.
 */
@NullMarked
package io.permanence.testing.sip;

import org.jspecify.annotations.NullMarked;
