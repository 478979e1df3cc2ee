package io.permanence.sync.google;

import io.permanence.model.line.BusyTimes;

/** What became of the question when a calendar is busy. */
public sealed interface Answered {
  /** All busy times of the window that was asked for: there are no others. */
  record Busy(BusyTimes times) implements Answered {}

  /** Google takes the access no longer, or it does not cover the calendar. */
  record Ended() implements Answered {}

  /** Google could not answer, wants to be asked later, or said something that is no answer. */
  record Unavailable(String why) implements Answered {}
}
