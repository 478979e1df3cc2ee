/** Tasks of secretaries (B9), and what becomes one after a call. */
@NullMarked
package io.permanence.callrouter.console.task;

import org.jspecify.annotations.NullMarked;
