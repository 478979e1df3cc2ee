/**
 * Tasks: what secretaries have to see to after a call. Written by the router only; read across
 * customers through listed functions, because a team's list spans all of them.
 */
@NullMarked
package io.permanence.store.task;

import org.jspecify.annotations.NullMarked;
