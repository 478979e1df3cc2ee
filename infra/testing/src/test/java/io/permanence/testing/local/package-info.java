/** Starting and stopping, with parts that are not there. */
@NullMarked
package io.permanence.testing.local;

import org.jspecify.annotations.NullMarked;
