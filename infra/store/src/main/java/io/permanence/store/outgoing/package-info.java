/**
 * Legs through the trunk and the caps that differ from the company's: {@code outgoing_leg} is the
 * router's, {@code outgoing_cap} the portal's. Read across customers through listed functions,
 * because the router keeps the day's use of all of them in memory.
 */
@NullMarked
package io.permanence.store.outgoing;

import org.jspecify.annotations.NullMarked;
