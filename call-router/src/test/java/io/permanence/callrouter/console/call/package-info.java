@NullMarked
package io.permanence.callrouter.console.call;

import org.jspecify.annotations.NullMarked;
