/** What leaves through the trunk, and for how long. */
@NullMarked
package io.permanence.callrouter.outgoing;

import org.jspecify.annotations.NullMarked;
