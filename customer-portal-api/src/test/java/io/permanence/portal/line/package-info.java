@NullMarked
package io.permanence.portal.line;

import org.jspecify.annotations.NullMarked;
