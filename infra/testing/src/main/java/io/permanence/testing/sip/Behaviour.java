package io.permanence.testing.sip;

import java.time.Duration;

/** What a telephone does when it is called. */
public sealed interface Behaviour {
  /** Rings, then answers, speaks, and hangs up after a while unless the other side does. */
  record Answers(Duration ring, Duration hold) implements Behaviour {}

  /** Rings until the caller gives up. */
  record NeverAnswers() implements Behaviour {}

  /** Is refused with a status and, for the network's view, a Q.850 cause; 0 for none. */
  record Refuses(int status, int cause) implements Behaviour {}

  /** Answers at once and stays. */
  static Behaviour answers() {
    return answersAfter(Duration.ofMillis(50));
  }

  /** Rings that long, answers and stays. */
  static Behaviour answersAfter(Duration ring) {
    return new Answers(ring, Duration.ofMinutes(5));
  }

  static Behaviour busy() {
    return new Refuses(486, 17);
  }

  static Behaviour neverAnswers() {
    return new NeverAnswers();
  }

  /** The customer presses the red key. */
  static Behaviour refuses() {
    return new Refuses(603, 21);
  }

  /** No way to it. */
  static Behaviour unreachable() {
    return new Refuses(503, 0);
  }
}
