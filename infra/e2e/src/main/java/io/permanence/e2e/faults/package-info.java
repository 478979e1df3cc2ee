/**
 * The faults that a call must survive and the attacks it must stand (QUALITY, R and S rows), each a
 * class with its size as parameter: {@code infra/e2e/faults} runs them long and prints the table,
 * the tests of this module run them short. Every part is real; a figure is what was measured in
 * this very run, and what could not be measured is said and not met.
 */
@NullMarked
package io.permanence.e2e.faults;

import org.jspecify.annotations.NullMarked;
