/**
 * A customer's address book (D6): own contacts, and the mirror of those at Google with the
 * customer's marks on it.
 */
@NullMarked
package io.permanence.store.contact;

import org.jspecify.annotations.NullMarked;
