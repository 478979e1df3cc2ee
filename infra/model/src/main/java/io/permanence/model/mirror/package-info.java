/**
 * Contacts as an outside address book has them, and busy times as an outside calendar has them,
 * cleaned and kept while their consent holds (E4).
 */
@NullMarked
package io.permanence.model.mirror;

import org.jspecify.annotations.NullMarked;
