package io.permanence.sync.google;

import com.google.api.services.people.v1.model.ListConnectionsResponse;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import io.permanence.sync.plan.RemoteContact;
import io.permanence.sync.plan.RemotePage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From Google's objects, in which anything may be missing, to ours. */
final class Reading {
  private Reading() {}

  static RemotePage page(ListConnectionsResponse answer) {
    return new RemotePage(
        present(answer.getConnections())
            .filter(person -> person.getResourceName() != null)
            .map(Reading::contact)
            .toList(),
        token(answer.getNextPageToken()),
        token(answer.getNextSyncToken()));
  }

  private static Optional<String> token(@Nullable String token) {
    return Optional.ofNullable(token).filter(text -> !text.isEmpty());
  }

  private static RemoteContact contact(Person person) {
    if (person.getMetadata() != null && Boolean.TRUE.equals(person.getMetadata().getDeleted())) {
      return RemoteContact.gone(person.getResourceName());
    }
    return new RemoteContact(
        person.getResourceName(),
        Objects.requireNonNullElse(person.getEtag(), ""),
        false,
        first(person.getNames(), Name::getDisplayName),
        first(person.getOrganizations(), Organization::getName),
        present(person.getPhoneNumbers()).flatMap(Reading::number).toList());
  }

  /** Google's own E.164 form when it has one, otherwise what was typed. */
  private static Stream<String> number(PhoneNumber number) {
    return Stream.of(
            Optional.ofNullable(number.getCanonicalForm()), Optional.ofNullable(number.getValue()))
        .flatMap(Optional::stream)
        .limit(1);
  }

  private static <T> String first(@Nullable List<T> values, Function<T, @Nullable String> field) {
    return present(values)
        .map(value -> Optional.ofNullable(field.apply(value)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static <T> Stream<T> present(@Nullable List<T> values) {
    return values == null ? Stream.empty() : values.stream().filter(Objects::nonNull);
  }
}
