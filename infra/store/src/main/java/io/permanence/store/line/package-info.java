/**
 * Lines with everything a routing decision needs, read across customers through one listed function
 * into the immutable {@link io.permanence.model.line.LineSnapshot}.
 */
@NullMarked
package io.permanence.store.line;

import org.jspecify.annotations.NullMarked;
