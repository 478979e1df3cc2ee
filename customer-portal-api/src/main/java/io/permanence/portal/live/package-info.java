/** Hints to the browser that something changed: ids only. */
@NullMarked
package io.permanence.portal.live;

import org.jspecify.annotations.NullMarked;
