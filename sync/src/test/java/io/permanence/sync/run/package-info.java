@NullMarked
package io.permanence.sync.run;

import org.jspecify.annotations.NullMarked;
