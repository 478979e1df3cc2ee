@NullMarked
package io.permanence.portal.instruction;

import org.jspecify.annotations.NullMarked;
