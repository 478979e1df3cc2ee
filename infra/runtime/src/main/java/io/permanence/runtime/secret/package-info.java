/** What must not be seen: sealed at rest, masked when printed. */
@NullMarked
package io.permanence.runtime.secret;

import org.jspecify.annotations.NullMarked;
