/**
 * Writes the demo's customers, people and past into an empty database, each table in the hands of
 * the module that owns it. Nothing in a real installation calls this.
 */
@NullMarked
package io.permanence.store.demo;

import org.jspecify.annotations.NullMarked;
