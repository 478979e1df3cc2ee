package io.permanence.testing.standin.google.people;

import io.permanence.testing.standin.google.GoogleError;
import io.permanence.testing.standin.google.Violation;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code connections.list}. Pure. */
record ConnectionsQuery(
    Set<String> fields,
    int pageSize,
    String pageToken,
    String syncToken,
    boolean wantsSyncToken,
    String sortOrder,
    List<String> sources) {

  private static final int DEFAULT_PAGE = 100;
  private static final int MAX_PAGE = 1_000;
  private static final Set<String> ORDERS =
      Set.of(
          "LAST_MODIFIED_ASCENDING",
          "LAST_MODIFIED_DESCENDING",
          "FIRST_NAME_ASCENDING",
          "LAST_NAME_ASCENDING");
  private static final Set<String> SOURCES =
      Set.of(
          "READ_SOURCE_TYPE_PROFILE",
          "READ_SOURCE_TYPE_CONTACT",
          "READ_SOURCE_TYPE_DOMAIN_CONTACT",
          "READ_SOURCE_TYPE_OTHER_CONTACT");
  private static final Set<String> COMMON =
      Set.of(
          "$.xgafv",
          "access_token",
          "alt",
          "callback",
          "fields",
          "key",
          "oauth_token",
          "prettyPrint",
          "quotaUser",
          "uploadType",
          "upload_protocol");
  private static final Set<String> OWN =
      Set.of(
          "personFields",
          "pageSize",
          "pageToken",
          "syncToken",
          "requestSyncToken",
          "sortOrder",
          "sources");

  ConnectionsQuery {
    fields = Set.copyOf(fields);
    sources = List.copyOf(sources);
  }

  /** Either the parameters, or why they are refused. */
  sealed interface Reading {
    record Sound(ConnectionsQuery query) implements Reading {}

    record Wrong(GoogleError error) implements Reading {}
  }

  static Reading read(MultiMap query) {
    GoogleError wrong = wrong(query);
    if (wrong != null) {
      return new Reading.Wrong(wrong);
    }
    return switch (PersonMask.read(
        "personFields", of(query, "personFields", ""), PersonMask.READABLE)) {
      case PersonMask.Reading.Wrong mask -> new Reading.Wrong(mask.error());
      case PersonMask.Reading.Fields mask ->
          new Reading.Sound(
              new ConnectionsQuery(
                  mask.names(),
                  Integer.parseInt(of(query, "pageSize", "" + DEFAULT_PAGE)),
                  of(query, "pageToken", ""),
                  of(query, "syncToken", ""),
                  Boolean.parseBoolean(of(query, "requestSyncToken", "false")),
                  of(query, "sortOrder", "LAST_MODIFIED_ASCENDING"),
                  query.getAll("sources")));
    };
  }

  private static @Nullable GoogleError wrong(MultiMap query) {
    for (String name : query.names()) {
      if (!COMMON.contains(name) && !OWN.contains(name)) {
        return invalid(
            name,
            "Invalid JSON payload received. Unknown name \"%s\": Cannot bind query parameter."
                .formatted(name));
      }
    }
    String size = of(query, "pageSize", "" + DEFAULT_PAGE);
    if (!size.matches("\\d{1,6}") || Integer.parseInt(size) < 1) {
      return invalid("page_size", "Invalid value at 'page_size' (TYPE_INT32), \"" + size + "\"");
    }
    if (Integer.parseInt(size) > MAX_PAGE) {
      return invalid("page_size", "Page size must be less than or equal to " + MAX_PAGE + ".");
    }
    if (!Set.of("true", "false").contains(of(query, "requestSyncToken", "false"))) {
      return invalid("request_sync_token", "Invalid value at 'request_sync_token' (TYPE_BOOL)");
    }
    if (!ORDERS.contains(of(query, "sortOrder", "LAST_MODIFIED_ASCENDING"))) {
      return invalid("sort_order", "Invalid value at 'sort_order' (TYPE_ENUM)");
    }
    return SOURCES.containsAll(query.getAll("sources"))
        ? null
        : invalid("sources", "Invalid value at 'sources' (TYPE_ENUM)");
  }

  private static GoogleError invalid(String field, String description) {
    return GoogleError.invalid(new Violation(field, description));
  }

  private static String of(MultiMap query, String name, String otherwise) {
    return Objects.requireNonNullElse(query.get(name), otherwise);
  }

  boolean isFirstPage() {
    return pageToken.isEmpty();
  }

  boolean isFullSync() {
    return syncToken.isEmpty();
  }

  /** What must stay the same from page to page. */
  ConnectionsQuery withoutPage() {
    return new ConnectionsQuery(
        fields, pageSize, "", syncToken, wantsSyncToken, sortOrder, sources);
  }

  /** What must stay the same from sync to sync. */
  ConnectionsQuery withoutTokens() {
    return new ConnectionsQuery(fields, pageSize, "", "", wantsSyncToken, sortOrder, sources);
  }
}
