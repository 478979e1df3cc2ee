/** Blocking libraries on virtual threads, bounded, away from the event loops. */
@NullMarked
package io.permanence.runtime.blocking;

import org.jspecify.annotations.NullMarked;
