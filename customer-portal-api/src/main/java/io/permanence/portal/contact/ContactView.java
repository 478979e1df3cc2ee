package io.permanence.portal.contact;

import io.permanence.store.contact.Contact;
import io.permanence.store.contact.ContactKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A contact as the contract shows it. */
record ContactView(
    String id,
    int version,
    String origin,
    String name,
    Optional<String> company,
    List<NumberView> numbers,
    Optional<String> email,
    Optional<String> remarks,
    String mark,
    Optional<String> vipMode,
    Instant changedAt) {
  private static final int MOST_NUMBERS = 10;

  record NumberView(String number, Optional<String> label) {}

  record Page(List<ContactView> items, Optional<String> next) {}

  static ContactView of(Contact contact) {
    return new ContactView(
        contact.key().text(),
        contact.version(),
        contact.key() instanceof ContactKey.Own ? "OWN" : "GOOGLE",
        contact.name(),
        filled(contact.company()),
        contact.numbers().stream()
            .limit(MOST_NUMBERS)
            .map(line -> new NumberView(line.number().e164(), filled(line.label())))
            .toList(),
        contact.email(),
        filled(contact.remarks()),
        contact.mark().name(),
        contact.vipMode().map(Enum::name),
        contact.changedAt());
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
