@NullMarked
package io.permanence.store;

import org.jspecify.annotations.NullMarked;
