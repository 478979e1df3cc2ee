/** Linking to Google under consent (E1, E4): the way there and back. Sync does the rest. */
@NullMarked
package io.permanence.portal.google;

import org.jspecify.annotations.NullMarked;
