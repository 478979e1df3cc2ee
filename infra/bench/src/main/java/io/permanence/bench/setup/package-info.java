/**
 * Call set-up through a real Asterisk (P2, P3): a carrier of our own on both ends of the trunk
 * places calls at a steady rate and takes the time from the INVITE that it sends to the INVITE of
 * the ladder, or the 200 OK, that comes back. The same calls go to the product, to Asterisk's own
 * {@code func_odbc} dialplan that looks the same things up in the same PostgreSQL, and to a
 * dialplan that only hangs up.
 */
@NullMarked
package io.permanence.bench.setup;

import org.jspecify.annotations.NullMarked;
