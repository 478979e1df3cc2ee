package io.permanence.portal.contact;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.PutThroughMode;
import io.permanence.portal.http.Fields;
import io.permanence.runtime.http.Problem;
import io.permanence.store.contact.Contact;
import io.permanence.store.contact.ContactKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a contact from a request. */
final class ContactForm {
  private ContactForm() {}

  /**
   * The contact; fails with a problem for a blank name, a number that is none, or one given twice.
   *
   * @param version the version it was made from
   */
  static Contact read(Fields body, ContactKey key, int version, NumberPlan plan, Instant now) {
    String name = body.visible("name");
    List<Contact.Line> numbers = body.list("numbers", line -> line(line, plan));
    Set<PhoneNumber> seen = new HashSet<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (!seen.add(numbers.get(i).number())) {
        throw Problem.invalid("numbers[" + i + "].number", "repeated").exception();
      }
    }
    return new Contact(
        key,
        version,
        name,
        body.optional("company").orElse(""),
        numbers,
        email(body),
        body.optional("remarks").orElse(""),
        body.word("mark", CallerMark.class),
        vipMode(body),
        now);
  }

  /** How a VIP is put through; only a VIP has a way of their own. */
  static Optional<PutThroughMode> vipMode(Fields body) {
    Optional<PutThroughMode> mode = body.optionalWord("vipMode", PutThroughMode.class);
    if (mode.isPresent() && body.word("mark", CallerMark.class) != CallerMark.VIP) {
      throw Problem.invalid("vipMode", "only-for-vips").exception();
    }
    return mode;
  }

  private static Optional<String> email(Fields body) {
    Optional<String> email = body.optional("email");
    if (email.isPresent() && !email.get().matches("[^@\\s]+@[^@\\s]+")) {
      throw Problem.invalid("email", "format").exception();
    }
    return email;
  }

  private static Contact.Line line(Fields line, NumberPlan plan) {
    PhoneNumber number =
        plan.parse(line.text("number"))
            .orElseThrow(() -> Problem.invalid(line.path("number"), "not-a-number").exception());
    return new Contact.Line(number, line.optional("label").orElse(""));
  }
}
