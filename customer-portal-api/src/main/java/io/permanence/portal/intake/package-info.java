/** The questions secretaries ask this customer's callers (B6). */
@NullMarked
package io.permanence.portal.intake;

import org.jspecify.annotations.NullMarked;
