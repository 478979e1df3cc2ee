/** The team now, today's figures and the wallboard (B10, B11). */
@NullMarked
package io.permanence.callrouter.console.team;

import org.jspecify.annotations.NullMarked;
