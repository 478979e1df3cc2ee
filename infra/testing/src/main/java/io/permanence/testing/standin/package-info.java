/**
 * The outside world, played on this machine: the local inbox, the push service, the SMS gateway,
 * Google's consent and contacts. Each stand-in speaks its provider's protocol at the wire and
 * refuses what the provider refuses, so that the channels' own code runs unchanged against it, in
 * tests and in the demo. {@link io.permanence.testing.standin.StandIns} runs all of them as one
 * process. Nothing here is part of a production installation.
 */
@NullMarked
package io.permanence.testing.standin;

import org.jspecify.annotations.NullMarked;
