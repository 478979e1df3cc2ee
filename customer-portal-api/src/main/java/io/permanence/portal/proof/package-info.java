/** Proving a forwarding number by a code that is sent to it (A14). */
@NullMarked
package io.permanence.portal.proof;

import org.jspecify.annotations.NullMarked;
