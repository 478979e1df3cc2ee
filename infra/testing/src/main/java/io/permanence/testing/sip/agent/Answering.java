package io.permanence.testing.sip.agent;

import java.time.Duration;

/** What a telephone does with a call that comes in. */
public sealed interface Answering {
  /** Rings that long, then answers. */
  record After(Duration ringing) implements Answering {}

  /** Rings until the other side gives up; {@link AgentCall#answer} may still take it. */
  record Never() implements Answering {}

  /** Refuses at once with that status: 486 busy, 603 declined, 404 unknown. */
  record With(int status) implements Answering {}
}
