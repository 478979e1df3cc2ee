package io.permanence.testing.local;

import java.util.List;
import java.util.function.Supplier;

/**
 * Every part of the system.
 *
 * @param all in the order of starting, the service last
 * @param demoData fills an empty database with the demo's customers, people and past calls
 * @param jdbc the database for somebody who looks
 */
record Parts(List<Part> all, Runnable demoData, Supplier<String> jdbc) {
  Part service() {
    return all.getLast();
  }
}
