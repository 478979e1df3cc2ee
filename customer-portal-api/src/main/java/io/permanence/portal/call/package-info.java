/** The call history (D2) with the reason of each decision (A10). */
@NullMarked
package io.permanence.portal.call;

import org.jspecify.annotations.NullMarked;
