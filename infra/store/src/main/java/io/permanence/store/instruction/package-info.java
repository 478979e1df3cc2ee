/**
 * Instructions and forwarding numbers as their customer edits them (A2, A4, D5). Every change
 * raises the version of the customer's routing data through a trigger, so that the next call is
 * decided by it (A9).
 */
@NullMarked
package io.permanence.store.instruction;

import org.jspecify.annotations.NullMarked;
