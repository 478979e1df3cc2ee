/**
 * Identities as types, so that a line is never mistaken for a customer. Each wraps a UUID; those
 * made by us are version 7 (they sort by time), the call's is minted by the dialplan.
 */
@NullMarked
package io.permanence.model.id;

import org.jspecify.annotations.NullMarked;
