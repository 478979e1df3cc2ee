/** Who works here, by name and team, kept in memory. */
@NullMarked
package io.permanence.callrouter.console.people;

import org.jspecify.annotations.NullMarked;
