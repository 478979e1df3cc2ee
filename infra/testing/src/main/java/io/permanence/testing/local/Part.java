package io.permanence.testing.local;

import java.util.Optional;

/** One part of the system: a process that can be started, asked and stopped alone. */
interface Part {
  /** The name a person types after {@code --only}. */
  String name();

  /** What it is, in a word or two, for the progress lines. */
  String title();

  /** Its process id, when it lives. */
  Optional<Long> pid();

  /** Starts it and returns when it answers. */
  void start();

  /** Stops it by its own process id. */
  void stop();
}
