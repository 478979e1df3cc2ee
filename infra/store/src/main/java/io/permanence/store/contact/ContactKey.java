package io.permanence.store.contact;

import io.permanence.model.id.ContactId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Which contact: an own one, or one mirrored from Google. */
public sealed interface ContactKey {
  /** A contact the customer made here. */
  record Own(ContactId id) implements ContactKey {
    @Override
    public String text() {
      return id.toString();
    }
  }

  /** A contact mirrored from Google. */
  record Google(String resourceName) implements ContactKey {
    @Override
    public String text() {
      return PREFIX
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(resourceName.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What a mirrored contact's text begins with. */
  String PREFIX = "g.";

  /** The key as clients see it, opaque. */
  String text();

  /** Reads {@link #text()} back; empty when it is none. */
  static Optional<ContactKey> parse(String text) {
    try {
      if (text.startsWith(PREFIX)) {
        byte[] name = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        String resource = new String(name, StandardCharsets.UTF_8);
        return resource.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new Google(resource));
      }
      return text.length() == 36
          ? Optional.of(new Own(new ContactId(UUID.fromString(text))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
