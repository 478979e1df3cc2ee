/** The list of mapped classes and the one way to open the store with all of them. */
@NullMarked
package io.permanence.store.mapping;

import org.jspecify.annotations.NullMarked;
