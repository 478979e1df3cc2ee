package io.permanence.identity;

import io.permanence.model.Role;
import io.permanence.runtime.http.Problem;
import java.time.Duration;

/**
 * The two applications people sign in to. Ports do not separate cookies, so each has its own name
 * (DESIGN 8).
 */
public enum Realm {
  /** Secretaries and supervisors: a shift at most. */
  CONSOLE("console", Duration.ofHours(4), Duration.ofHours(14)),
  /** Customers on their own telephone: 30 days without contact, half a year in all (D9). */
  APP("app", Duration.ofDays(30), Duration.ofDays(180));

  private final String word;
  private final Duration idle;
  private final Duration absolute;

  Realm(String word, Duration idle, Duration absolute) {
    this.word = word;
    this.idle = idle;
    this.absolute = absolute;
  }

  /** The value of the header {@code X-Permanence} that other sites cannot send. */
  public String word() {
    return word;
  }

  /** A session unused for so long is over. */
  public Duration idle() {
    return idle;
  }

  /** A session is over after so long, however busy. */
  public Duration absolute() {
    return absolute;
  }

  /** The cookie's name; without TLS browsers refuse the prefix that pins it to this host. */
  public String cookie(boolean tls) {
    return tls ? "__Host-" + word : word;
  }

  /**
   * Whether a session is believed while the database is away: what a secretary does with a call
   * needs no database (A12), and there is nothing in the app that works without one.
   */
  boolean outlastsDatabase() {
    return this == CONSOLE;
  }

  /** Whether people of this role sign in here. */
  public boolean admits(Role role) {
    return switch (this) {
      case CONSOLE -> role.staff();
      case APP -> !role.staff();
    };
  }

  /** 401: no session, or it is over. */
  public Problem notSignedIn() {
    return switch (this) {
      case CONSOLE -> Problem.unauthenticated("signed-out", "Sign in first.");
      case APP -> Problem.unauthenticated();
    };
  }

  /** 403: a request that another site could have caused. */
  public Problem headerMissing() {
    return Problem.forbidden(
        switch (this) {
          case CONSOLE -> "console-header-missing";
          case APP -> "missing-app-header";
        },
        "Changes need the header X-Permanence.");
  }

  /** 403: the password is temporary and has to be changed first (D1). */
  public Problem passwordChangeDue() {
    return Problem.forbidden(
        switch (this) {
          case CONSOLE -> "password-change-due";
          case APP -> "password-change-required";
        },
        "Change the temporary password first.");
  }
}
