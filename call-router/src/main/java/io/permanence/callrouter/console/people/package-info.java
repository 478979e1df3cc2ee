/** Who works here, and what lines and customers wish of them, kept in memory. */
@NullMarked
package io.permanence.callrouter.console.people;

import org.jspecify.annotations.NullMarked;
