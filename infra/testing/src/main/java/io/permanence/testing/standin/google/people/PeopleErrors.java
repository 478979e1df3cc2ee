package io.permanence.testing.standin.google.people;

import io.permanence.testing.standin.google.GoogleError;
import java.util.List;

/** The People API's own refusals. */
final class PeopleErrors {
  private static final String SERVICE = "people.googleapis.com";

  private PeopleErrors() {}

  static GoogleError expiredSyncToken() {
    return new GoogleError(
        400,
        "FAILED_PRECONDITION",
        "Sync token is expired. Clear local cache and retry call without the sync token.",
        List.of(GoogleError.errorInfo("EXPIRED_SYNC_TOKEN", SERVICE)));
  }

  static GoogleError insufficientScope() {
    return new GoogleError(
        403,
        "PERMISSION_DENIED",
        "Request had insufficient authentication scopes.",
        List.of(GoogleError.errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT", SERVICE)));
  }

  static GoogleError tooMany(String what) {
    return new GoogleError(
        429,
        "RESOURCE_EXHAUSTED",
        "Quota exceeded for quota metric '" + what + "'.",
        List.of(GoogleError.errorInfo("RATE_LIMIT_EXCEEDED", SERVICE)));
  }

  static GoogleError notFound() {
    return new GoogleError(404, "NOT_FOUND", "Requested entity was not found.", List.of());
  }

  static GoogleError staleEtag() {
    return new GoogleError(
        400,
        "FAILED_PRECONDITION",
        "Request person.etag is different than the current person.etag. Clear local cache and get"
            + " the latest person.",
        List.of(GoogleError.errorInfo("failedPrecondition", SERVICE)));
  }

  static GoogleError internal() {
    return new GoogleError(500, "INTERNAL", "Internal error encountered.", List.of());
  }

  static GoogleError unavailable() {
    return new GoogleError(503, "UNAVAILABLE", "The service is currently unavailable.", List.of());
  }
}
