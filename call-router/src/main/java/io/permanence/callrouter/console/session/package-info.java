/** Signing in and out of the console, and who is signed in. */
@NullMarked
package io.permanence.callrouter.console.session;

import org.jspecify.annotations.NullMarked;
