/** The live messages between server and browser; each is one record, typed once. */
@NullMarked
package io.permanence.callrouter.console.live;

import org.jspecify.annotations.NullMarked;
