/** The inbox, tried with the mail client that the service uses. */
@NullMarked
package io.permanence.testing.standin.inbox;

import org.jspecify.annotations.NullMarked;
