package io.permanence.sync.plan;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.mirror.MirroredContact;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a contact fit for the mirror: text without control characters and of bounded length,
 * numbers in E.164. A contact without a usable number names no caller and is not kept.
 */
final class Cleaning {
  private static final Pattern RESOURCE_NAME = Pattern.compile("people/[A-Za-z0-9_-]{1,120}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_NUMBERS = 20;

  private Cleaning() {}

  /** Whether Google's name for a contact has the shape it promises. */
  static boolean named(RemoteContact contact) {
    return RESOURCE_NAME.matcher(contact.resourceName()).matches();
  }

  static Optional<MirroredContact> clean(RemoteContact contact, NumberPlan plan) {
    Set<PhoneNumber> numbers = numbers(contact, plan);
    if (contact.deleted() || numbers.isEmpty()) {
      return Optional.empty();
    }
    String company = text(contact.company());
    String name = text(contact.name());
    String shown = name.isEmpty() ? company : name;
    return Optional.of(
        new MirroredContact(
            contact.resourceName(),
            cut(contact.etag()),
            shown.isEmpty() ? numbers.iterator().next().e164() : shown,
            company,
            numbers));
  }

  private static Set<PhoneNumber> numbers(RemoteContact contact, NumberPlan plan) {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    for (String raw : contact.numbers()) {
      if (numbers.size() < MOST_NUMBERS) {
        plan.parse(raw.strip()).ifPresent(numbers::add);
      }
    }
    return numbers;
  }

  private static String text(String raw) {
    return cut(SPACES.matcher(UNSEEN.matcher(raw).replaceAll(" ")).replaceAll(" ").strip());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, split ? LONGEST_TEXT - 1 : LONGEST_TEXT).strip();
  }
}
