/** Whether the process lives and is ready, and its figures, on a port of their own. */
@NullMarked
package io.permanence.runtime.health;

import org.jspecify.annotations.NullMarked;
