@NullMarked
package io.permanence.push.relay;

import org.jspecify.annotations.NullMarked;
