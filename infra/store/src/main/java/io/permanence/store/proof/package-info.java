/**
 * Proving that a forwarding number is its owner's (A14): {@code number_proof} is the portal's,
 * {@code number_proof_call} the router's, who speaks the code.
 */
@NullMarked
package io.permanence.store.proof;

import org.jspecify.annotations.NullMarked;
