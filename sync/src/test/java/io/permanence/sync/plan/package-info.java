@NullMarked
package io.permanence.sync.plan;

import org.jspecify.annotations.NullMarked;
