/**
 * A real Asterisk with our configuration for one test, on ports of its own, and the router's side
 * of it played on plain sockets.
 */
@NullMarked
package io.permanence.testing.asterisk;

import org.jspecify.annotations.NullMarked;
