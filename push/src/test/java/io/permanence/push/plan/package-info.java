@NullMarked
package io.permanence.push.plan;

import org.jspecify.annotations.NullMarked;
