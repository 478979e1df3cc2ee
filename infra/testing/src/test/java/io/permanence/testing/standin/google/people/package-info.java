/** The contacts' stand-in, tried with Google's own People client. */
@NullMarked
package io.permanence.testing.standin.google.people;

import org.jspecify.annotations.NullMarked;
