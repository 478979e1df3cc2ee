@NullMarked
package io.permanence.push.receipt;

import org.jspecify.annotations.NullMarked;
