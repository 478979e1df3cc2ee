/**
 * Calls and what happened to them. Rows are written by the router only and never changed but to be
 * answered and ended; the events are the truth that figures are computed from.
 */
@NullMarked
package io.permanence.store.call;

import org.jspecify.annotations.NullMarked;
