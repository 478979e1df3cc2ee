/** The push service's stand-in, tried with the Firebase Admin SDK and with raw requests. */
@NullMarked
package io.permanence.testing.standin.fcm;

import org.jspecify.annotations.NullMarked;
