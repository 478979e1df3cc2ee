/** How a stand-in is told to fail: a fault for a recipient, so many times, then well again. */
@NullMarked
package io.permanence.testing.standin.fault;

import org.jspecify.annotations.NullMarked;
