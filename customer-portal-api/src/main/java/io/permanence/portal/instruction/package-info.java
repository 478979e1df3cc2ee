/** Instructions and forwarding numbers (A2, A4, D5): rules as pure functions, edits by version. */
@NullMarked
package io.permanence.portal.instruction;

import org.jspecify.annotations.NullMarked;
