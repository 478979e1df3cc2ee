package io.permanence.testing.standin.google.calendar;

/** What can go wrong at the Calendar API, and on the way to it. */
public enum CalendarFault {
  /** 403 {@code rateLimitExceeded}, as the older services say it. */
  RATE_LIMITED,
  /** 429 {@code rateLimitExceeded}. */
  TOO_MANY,
  /** 403 {@code accessNotConfigured}: the application's, not the customer's. */
  NOT_CONFIGURED,
  /** 500 {@code backendError}. */
  INTERNAL,
  /** 503 {@code backendError}. */
  UNAVAILABLE,
  /** Never answers. */
  SILENCE,
  /** 200, and the calendar could not be read: {@code errors} instead of {@code busy}. */
  CALENDAR_ERROR,
  /** 200 with busy times and an error of the same calendar beside them. */
  HALF_AN_ANSWER,
  /** 200 with an empty object. */
  EMPTY_OBJECT,
  /** 200 with busy times of half the window only. */
  OTHER_WINDOW,
  /** 200 with a busy time that has no end. */
  OPEN_END,
  /** 200 with text that is no JSON. */
  NO_JSON
}
