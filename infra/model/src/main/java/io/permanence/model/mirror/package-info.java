/** Contacts as an outside address book has them, cleaned and kept while its consent holds (E4). */
@NullMarked
package io.permanence.model.mirror;

import org.jspecify.annotations.NullMarked;
