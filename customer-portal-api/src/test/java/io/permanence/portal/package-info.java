@NullMarked
package io.permanence.portal;

import org.jspecify.annotations.NullMarked;
