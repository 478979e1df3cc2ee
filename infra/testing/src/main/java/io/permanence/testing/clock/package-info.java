/** The clock of a test: what waits for hours or days is waited for by moving it. */
@NullMarked
package io.permanence.testing.clock;

import org.jspecify.annotations.NullMarked;
