/** The SMS gateway's stand-in, tried over HTTP. */
@NullMarked
package io.permanence.testing.standin.sms;

import org.jspecify.annotations.NullMarked;
