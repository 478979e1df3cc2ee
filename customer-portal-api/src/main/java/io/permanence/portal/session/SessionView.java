package io.permanence.portal.session;

import io.permanence.identity.ActiveSession;
import io.permanence.identity.PasswordRules;
import io.permanence.store.customer.Customer;
import io.permanence.store.customer.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, as the contract's {@code Session}. */
record SessionView(
    UUID accountId,
    String user,
    String displayName,
    String role,
    CustomerName customer,
    String language,
    boolean mustChangePassword,
    PasswordRule passwordRule,
    Optional<Instant> onboardedAt,
    Instant signedInAt,
    Instant expiresAt) {
  record CustomerName(UUID id, String name) {}

  record PasswordRule(int minimumLength, int maximumLength) {}

  static SessionView of(ActiveSession session, Customer customer, Optional<Person> person) {
    return new SessionView(
        session.principal().accountId().value(),
        session.user(),
        person.map(Person::displayName).orElse(session.user()),
        session.principal().role().name(),
        new CustomerName(customer.id().value(), customer.name()),
        session.language(),
        session.principal().mustChangePassword(),
        new PasswordRule(PasswordRules.shortest(session.secondFactor()), PasswordRules.LONGEST),
        person.flatMap(Person::onboardedAt),
        session.signedInAt(),
        session.expiresAt());
  }
}
