@NullMarked
package io.permanence.push.channel;

import org.jspecify.annotations.NullMarked;
