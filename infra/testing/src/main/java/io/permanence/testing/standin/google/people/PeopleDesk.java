package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.google.GoogleError;
import io.permanence.testing.standin.google.people.SyncTokens.Mark;
import io.permanence.testing.standin.google.people.SyncTokens.Rest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The contacts of all accounts, and what Google answers about them. */
final class PeopleDesk {
  /** What Google answers. */
  sealed interface Answer {
    record Json(ObjectNode body) implements Answer {}

    record Refused(GoogleError error) implements Answer {}
  }

  private static final ApiSchema SCHEMA = ApiSchema.of("people-v1.json");
  private static final List<String> SINGLETONS =
      List.of("biographies", "birthdays", "genders", "names");

  final SyncTokens tokens = new SyncTokens();
  final FirstPageQuota quota = new FirstPageQuota();

  private final Clock clock;
  private final Map<String, ContactBook> books = new ConcurrentHashMap<>();

  PeopleDesk(Clock clock) {
    this.clock = clock;
  }

  ContactBook book(String account) {
    return books.computeIfAbsent(account, first -> new ContactBook());
  }

  Instant now() {
    return clock.instant();
  }

  Answer list(String account, ConnectionsQuery query) {
    Instant now = now();
    if (!query.isFirstPage()) {
      return tokens
          .rest(query.pageToken(), account)
          .filter(rest -> rest.query().equals(query.withoutPage()))
          .map(rest -> page(query, rest))
          .orElseGet(PeopleDesk::otherParameters);
    }
    if (query.isFullSync()) {
      return quota.begin(account, now)
          ? page(query, full(account, query, now))
          : refused(PeopleErrors.tooMany("First page of a full sync"));
    }
    Optional<Mark> mark = tokens.mark(query.syncToken(), account, now);
    if (mark.isEmpty()) {
      return refused(PeopleErrors.expiredSyncToken());
    }
    return mark.get().query().equals(query.withoutTokens())
        ? page(query, changes(mark.get(), query))
        : otherParameters();
  }

  private static Answer otherParameters() {
    return refused(
        GoogleError.invalidArgument(
            "Request parameters other than the token must match those of the call that provided"
                + " it."));
  }

  private Rest full(String account, ConnectionsQuery query, Instant now) {
    ContactBook book = book(account);
    var mark = new Mark(account, query.withoutTokens(), book.revision(), now);
    List<Contact> contacts = book.all().stream().sorted(order(query.sortOrder())).toList();
    return new Rest(query.withoutPage(), contacts, mark);
  }

  private Rest changes(Mark mark, ConnectionsQuery query) {
    ContactBook book = book(mark.account());
    var next = new Mark(mark.account(), mark.query(), book.revision(), mark.fullSyncAt());
    return new Rest(query.withoutPage(), book.since(mark.revision()), next);
  }

  private static Comparator<Contact> order(String sortOrder) {
    return switch (sortOrder) {
      case "LAST_MODIFIED_DESCENDING" -> Comparator.comparingLong(Contact::revision).reversed();
      case "FIRST_NAME_ASCENDING" -> Comparator.comparing(contact -> name(contact, "givenName"));
      case "LAST_NAME_ASCENDING" -> Comparator.comparing(contact -> name(contact, "familyName"));
      default -> Comparator.comparingLong(Contact::revision);
    };
  }

  private static String name(Contact contact, String part) {
    return contact.fields().path("names").path(0).path(part).asText("");
  }

  private Answer page(ConnectionsQuery query, Rest rest) {
    int size = Math.min(query.pageSize(), rest.contacts().size());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (size > 0) {
      ArrayNode connections = body.putArray("connections");
      rest.contacts().subList(0, size).forEach(c -> connections.add(c.shown(query.fields())));
    }
    if (size < rest.contacts().size()) {
      List<Contact> left = rest.contacts().subList(size, rest.contacts().size());
      body.put("nextPageToken", tokens.of(new Rest(rest.query(), left, rest.mark())));
    } else if (query.wantsSyncToken()) {
      body.put("nextSyncToken", tokens.of(rest.mark()));
    }
    if (query.isFullSync() && size > 0) {
      int total = book(rest.mark().account()).all().size();
      body.put("totalPeople", total).put("totalItems", total);
    }
    return new Answer.Json(body);
  }

  Answer get(String account, String id, Set<String> fields) {
    return book(account)
        .find(id)
        .<Answer>map(contact -> new Answer.Json(contact.shown(fields)))
        .orElseGet(() -> refused(PeopleErrors.notFound()));
  }

  Answer create(String account, ObjectNode person, Set<String> shown) {
    GoogleError wrong = wrong(person);
    return wrong == null
        ? new Answer.Json(book(account).create(person, now()).shown(shown))
        : refused(wrong);
  }

  Answer update(
      String account, String id, ObjectNode person, Set<String> updated, Set<String> shown) {
    Optional<Contact> current = book(account).find(id);
    if (current.isEmpty()) {
      return refused(PeopleErrors.notFound());
    }
    GoogleError wrong = wrong(person);
    if (wrong == null) {
      wrong = unfit(current.get(), person, updated);
    }
    if (wrong != null) {
      return refused(wrong);
    }
    ObjectNode merged = current.get().fields().deepCopy();
    updated.forEach(name -> replace(merged, name, person.path(name)));
    return new Answer.Json(book(account).put(id, merged, now()).shown(shown));
  }

  private static void replace(ObjectNode fields, String name, JsonNode value) {
    if (value.isMissingNode()) {
      fields.remove(name);
    } else {
      fields.set(name, value);
    }
  }

  Answer delete(String account, String id) {
    return book(account).delete(id, now())
        ? new Answer.Json(JsonNodeFactory.instance.objectNode())
        : refused(PeopleErrors.notFound());
  }

  private static @Nullable GoogleError wrong(ObjectNode person) {
    var misshapen = SCHEMA.check("Person", person);
    if (misshapen.isPresent()) {
      return GoogleError.invalid(misshapen.get());
    }
    for (String field : SINGLETONS) {
      if (person.path(field).size() > 1) {
        return GoogleError.invalidArgument(
            "Only one value is allowed for " + field + " of a contact.");
      }
    }
    return null;
  }

  private static @Nullable GoogleError unfit(
      Contact current, ObjectNode person, Set<String> updated) {
    JsonNode source = null;
    for (JsonNode each : person.path("metadata").path("sources")) {
      source = each.path("type").asText().equals("CONTACT") ? each : source;
    }
    if (source == null) {
      return GoogleError.invalidArgument(
          "person.metadata.sources with a CONTACT source must be specified.");
    }
    if (!source.path("etag").asText().equals(current.sourceEtag())) {
      return PeopleErrors.staleEtag();
    }
    return updated.contains("memberships") && person.path("memberships").isEmpty()
        ? GoogleError.invalidArgument("At least one contact group membership is required.")
        : null;
  }

  private static Answer refused(GoogleError error) {
    return new Answer.Refused(error);
  }
}
