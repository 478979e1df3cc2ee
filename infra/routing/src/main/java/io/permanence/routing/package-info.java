/**
 * What becomes of a call: pure functions on records, nothing else. The same functions answer the
 * telephone, the customer's preview and the replay of past calls (A11), so nothing here reads a
 * clock, a store or a setting.
 */
@NullMarked
package io.permanence.routing;

import org.jspecify.annotations.NullMarked;
