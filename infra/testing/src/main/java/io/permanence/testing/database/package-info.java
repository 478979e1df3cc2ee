/** A real PostgreSQL for tests of the modules: one server a test run, one database a test class. */
@NullMarked
package io.permanence.testing.database;

import org.jspecify.annotations.NullMarked;
