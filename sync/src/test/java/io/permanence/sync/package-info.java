/** What the tests of sync share: a customer, Google's stand-ins, a clock to move. */
@NullMarked
package io.permanence.sync;

import org.jspecify.annotations.NullMarked;
