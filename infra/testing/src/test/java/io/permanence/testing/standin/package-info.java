/** What the stand-ins' tests share: a plain HTTP client and waiting for a future. */
@NullMarked
package io.permanence.testing.standin;

import org.jspecify.annotations.NullMarked;
