/**
 * Real PostgreSQL without an installation, from the binaries on the class path.
 *
 * <p>{@link TestDatabase} for tests: one server a JVM, a fresh migrated database a test class.
 * {@link LocalPostgres} for a system that runs on a person's machine: a server whose data survives
 * and that is nobody's child. Both listen on this machine only; as root they run inside a user
 * namespace, because PostgreSQL refuses root.
 */
@NullMarked
package io.permanence.testing.postgres;

import org.jspecify.annotations.NullMarked;
