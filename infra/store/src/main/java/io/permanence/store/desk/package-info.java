/**
 * What the desk and the console read besides notes and tasks (who works here, what a card needs,
 * figures), and what they keep: presences and telephones.
 */
@NullMarked
package io.permanence.store.desk;

import org.jspecify.annotations.NullMarked;
