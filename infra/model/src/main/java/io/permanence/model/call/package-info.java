/** A call as it is told: its events, its end, and how things said about it are named. */
@NullMarked
package io.permanence.model.call;

import org.jspecify.annotations.NullMarked;
