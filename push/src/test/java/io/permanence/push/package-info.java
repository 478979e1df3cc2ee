/** What the tests of push share: a customer with wishes, the stand-ins, a clock to move. */
@NullMarked
package io.permanence.push;

import org.jspecify.annotations.NullMarked;
