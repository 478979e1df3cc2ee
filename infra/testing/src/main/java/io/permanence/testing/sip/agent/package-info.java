/**
 * SIP telephones in this process: one socket plays a carrier with hundreds of calls, the customers'
 * telephones behind it, or a secretary's desk phone. Where SIPp plays one scenario to the letter,
 * this reacts to what comes and measures. Knows sockets and text, nothing of the system under test.
 */
@NullMarked
package io.permanence.testing.sip.agent;

import org.jspecify.annotations.NullMarked;
