package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contacts of one account, with the order of their changes. Safe to use from every thread. */
final class ContactBook {
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private long revision;

  synchronized Contact put(String id, JsonNode person, Instant now) {
    revision++;
    var contact = new Contact(id, Contact.cleaned(person), revision, now, false);
    contacts.put(id, contact);
    return contact;
  }

  /** A contact whom Google names itself. */
  synchronized Contact create(JsonNode person, Instant now) {
    return put("c%019d".formatted(revision + 1), person, now);
  }

  synchronized boolean delete(String id, Instant now) {
    Optional<Contact> contact = find(id);
    contact.ifPresent(
        gone -> {
          revision++;
          contacts.put(id, new Contact(id, gone.fields(), revision, now, true));
        });
    return contact.isPresent();
  }

  synchronized Optional<Contact> find(String id) {
    return Optional.ofNullable(contacts.get(id)).filter(contact -> !contact.deleted());
  }

  synchronized List<Contact> all() {
    return contacts.values().stream().filter(contact -> !contact.deleted()).toList();
  }

  /** What changed after the revision, in that order; the deleted among them. */
  synchronized List<Contact> since(long known) {
    var changed = new ArrayList<>(contacts.values());
    changed.removeIf(contact -> contact.revision() <= known);
    changed.sort(Comparator.comparingLong(Contact::revision));
    return changed;
  }

  synchronized long revision() {
    return revision;
  }
}
