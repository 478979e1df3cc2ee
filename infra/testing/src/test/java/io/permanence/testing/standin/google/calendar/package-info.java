/** Whether Google's own client gets from the stand-in what Google would answer. */
@NullMarked
package io.permanence.testing.standin.google.calendar;

import org.jspecify.annotations.NullMarked;
