/** Tests of what is left after a call. */
@NullMarked
package io.permanence.callrouter.console.task;

import org.jspecify.annotations.NullMarked;
