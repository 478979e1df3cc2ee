/**
 * The demo: a doctor, a lawyer, a plumber, a workshop for trials and the prospects' number; two
 * teams; people who sign in; a past. The same seed and moment make the same demo.
 */
@NullMarked
package io.permanence.app.demo;

import org.jspecify.annotations.NullMarked;
