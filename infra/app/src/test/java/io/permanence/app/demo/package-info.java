@NullMarked
package io.permanence.app.demo;

import org.jspecify.annotations.NullMarked;
