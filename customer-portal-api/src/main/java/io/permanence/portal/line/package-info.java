/** A customer's lines, what governs each right now, and the one-tap change of it (D5). */
@NullMarked
package io.permanence.portal.line;

import org.jspecify.annotations.NullMarked;
