/**
 * The words of the trade as values: telephone numbers, callers, roles. Nothing here reads a clock,
 * a file or a network, and no framework is on the class path, so that every pure decision may use
 * it.
 */
@NullMarked
package io.permanence.model;

import org.jspecify.annotations.NullMarked;
