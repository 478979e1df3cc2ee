/**
 * Decides what a synchronisation changes: pure. What Google said and what the mirror holds go in;
 * additions, changes and removals come out.
 */
@NullMarked
package io.permanence.sync.plan;

import org.jspecify.annotations.NullMarked;
