package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Supervision;
import io.permanence.model.id.CallId;

/** What became of a supervisor's wish to take part in a call. */
public sealed interface SupervisionOutcome {
  /** She does. */
  record Begun(CallId call, Supervision supervision) implements SupervisionOutcome {}

  /** A rule forbids it. */
  record Refused(Supervision.Refusal why) implements SupervisionOutcome {}

  /** Asterisk did not do it, or her telephone was not lifted. */
  record Unavailable() implements SupervisionOutcome {}

  /** There is no such secretary. */
  record Nobody() implements SupervisionOutcome {}
}
