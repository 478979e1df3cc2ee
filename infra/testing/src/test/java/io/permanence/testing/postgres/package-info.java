/** Both ways to a real PostgreSQL. */
@NullMarked
package io.permanence.testing.postgres;

import org.jspecify.annotations.NullMarked;
