@NullMarked
package io.permanence.identity;

import org.jspecify.annotations.NullMarked;
