/**
 * The whole system on one machine: what {@code infra/up} and {@code infra/down} do, and what the
 * end-to-end tests start for themselves. Every part is a process of its own with its own process
 * id; nothing restarts by itself, nothing is stopped that was not started here.
 */
@NullMarked
package io.permanence.testing.local;

import org.jspecify.annotations.NullMarked;
