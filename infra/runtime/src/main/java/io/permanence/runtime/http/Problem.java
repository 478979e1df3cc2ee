package io.permanence.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An error as clients see it: {@code application/problem+json} with a stable kebab-case type. Never
 * carries what was sent, only the field's name and the rule it broke.
 *
 * @param type stable, kebab-case, for programs
 * @param title one sentence for people who read logs
 * @param status HTTP status
 * @param errors which fields broke which rule; empty when the request as a whole is meant
 * @param retryAfterSeconds when trying again may help; also sent as {@code Retry-After}
 */
public record Problem(
    String type,
    String title,
    int status,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> retryAfterSeconds) {
  /**
   * One field and the rule it broke.
   *
   * @param field its path in the request, for example {@code ladder[0].ringSeconds}
   * @param rule stable, kebab-case, for example {@code too-long}
   * @param limit the limit the rule names, where there is one
   */
  public record Field(
      String field,
      String rule,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> limit) {
    /** A rule without a limit. */
    public Field(String field, String rule) {
      this(field, rule, Optional.empty());
    }
  }

  private static final long TRY_AGAIN_SECONDS = 5;

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem that waiting does not mend. */
  public Problem(String type, String title, int status, List<Field> errors) {
    this(type, title, status, errors, Optional.empty());
  }

  /** 400: a field broke a rule. */
  public static Problem invalid(String field, String rule) {
    return invalid(List.of(new Field(field, rule)));
  }

  /** 400: several fields broke rules. */
  public static Problem invalid(List<Field> fields) {
    return new Problem("invalid-request", "The request breaks a rule.", 400, fields);
  }

  /** 401: nobody is signed in. */
  public static Problem unauthenticated() {
    return unauthenticated("not-signed-in", "Sign in first.");
  }

  /** 401: nobody is signed in, or the credentials are wrong. */
  public static Problem unauthenticated(String type, String title) {
    return new Problem(type, title, 401, List.of());
  }

  /** 403: signed in, but not allowed; never used for other customers' objects, which are 404. */
  public static Problem forbidden(String type, String title) {
    return new Problem(type, title, 403, List.of());
  }

  /** 404: there is no such thing, or it is somebody else's. */
  public static Problem notFound() {
    return new Problem("not-found", "There is no such thing.", 404, List.of());
  }

  /** 409: the request contradicts the state. */
  public static Problem conflict(String type, String title) {
    return new Problem(type, title, 409, List.of());
  }

  /** 409: what this needs was taken, used or removed in the same moment. */
  public static Problem contradictsState() {
    return conflict(
        "state-changed", "What this needs was changed in the same moment; read it again.");
  }

  /** 412: somebody else changed it in between. */
  public static Problem changedMeanwhile() {
    return new Problem(
        "precondition-failed", "It was changed in between; read it again.", 412, List.of());
  }

  /** 428: an edit has to say which version it edits. */
  public static Problem versionNeeded() {
    return new Problem(
        "precondition-required", "Send If-Match with the ETag last read.", 428, List.of());
  }

  /** 429: too many of these. */
  public static Problem tooMany(String title, Duration wait) {
    return new Problem(
        "too-many-attempts",
        title,
        429,
        List.of(),
        Optional.of(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  /** 503: a part this needs is away; trying again soon may help. */
  public static Problem unavailable() {
    return new Problem(
        "unavailable",
        "A part this needs does not answer now. Send the same again in a few seconds.",
        503,
        List.of(),
        Optional.of(TRY_AGAIN_SECONDS));
  }

  /** The exception that carries this problem out of a handler. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
