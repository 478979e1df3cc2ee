/** Ready, break, off duty. */
@NullMarked
package io.permanence.callrouter.console.presence;

import org.jspecify.annotations.NullMarked;
