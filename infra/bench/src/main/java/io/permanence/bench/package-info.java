/**
 * Benchmarks: what they print was measured on this run, on this machine. {@code infra/bench/run}
 * prints the table and writes {@code .run/bench.json}.
 */
@NullMarked
package io.permanence.bench;

import org.jspecify.annotations.NullMarked;
