/** How stand-ins run as a process: one line of JSON when ready, an orderly end on SIGTERM. */
@NullMarked
package io.permanence.testing.standin.process;

import org.jspecify.annotations.NullMarked;
