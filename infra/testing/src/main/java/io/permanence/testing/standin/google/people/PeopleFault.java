package io.permanence.testing.standin.google.people;

/** What can go wrong at the People API, and on the way to it. */
public enum PeopleFault {
  /** 429 {@code RESOURCE_EXHAUSTED}. */
  RATE_LIMITED,
  /** 500 {@code INTERNAL}. */
  INTERNAL,
  /** 503 {@code UNAVAILABLE}. */
  UNAVAILABLE,
  /** Never answers, nor does anything. */
  SILENCE,
  /** Does what was asked and cuts the line before answering. */
  CUT_AFTER_DOING,
  /** 200 with no contacts at all, although there are some: must never empty the other side. */
  EMPTY_ANSWER
}
