/** The consent register as the person sees it (H1): texts, giving, withdrawing. */
@NullMarked
package io.permanence.portal.consent;

import org.jspecify.annotations.NullMarked;
