@NullMarked
package io.permanence.callrouter.console.session;

import org.jspecify.annotations.NullMarked;
