/** The card of a call and what may be done with the call. */
@NullMarked
package io.permanence.callrouter.console.call;

import org.jspecify.annotations.NullMarked;
