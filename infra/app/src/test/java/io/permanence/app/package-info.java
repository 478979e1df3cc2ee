@NullMarked
package io.permanence.app;

import org.jspecify.annotations.NullMarked;
