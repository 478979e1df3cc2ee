/**
 * One process of the installation: what every module needs to run, opened once, whichever modules
 * live in it.
 */
@NullMarked
package io.permanence.runtime.node;

import org.jspecify.annotations.NullMarked;
