/**
 * A customer's calls and notes as the customer sees them (D2, D3), and what the customer did with
 * them: read, bin, feedback. Calls and notes are the router's; here they are read, and a note in
 * the bin is deleted for good.
 */
@NullMarked
package io.permanence.store.history;

import org.jspecify.annotations.NullMarked;
