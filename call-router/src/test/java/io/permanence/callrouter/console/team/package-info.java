@NullMarked
package io.permanence.callrouter.console.team;

import org.jspecify.annotations.NullMarked;
