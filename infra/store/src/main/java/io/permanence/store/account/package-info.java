/**
 * Accounts, their sessions and the guesses made at them: the directories that identity writes.
 * Nothing here belongs to one customer's rows, so every transaction runs across customers and in
 * identity's hands.
 */
@NullMarked
package io.permanence.store.account;

import org.jspecify.annotations.NullMarked;
