package io.permanence.portal.preference;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.runtime.http.Problem;
import io.permanence.store.preference.Preferences;
import io.permanence.store.preference.Preferences.Channel;
import io.permanence.store.preference.Preferences.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What preferences have to be: each channel and urgency stands in them once, a channel that is used
 * has its address, text messages go to a mobile number, quiet hours begin and end at different
 * times.
 */
final class PreferenceRules {
  private PreferenceRules() {}

  /** What was found. */
  sealed interface Verdict {
    /** They may be kept. */
    record Accepted(Preferences preferences) implements Verdict {}

    /** They may not; at least one rule is broken. */
    record Rejected(List<Problem.Field> broken) implements Verdict {}
  }

  static Verdict judge(Preferences wish, NumberPlan numbers) {
    List<Problem.Field> broken = new ArrayList<>();
    long kinds =
        wish.rules().stream().map(rule -> rule.channel() + " " + rule.urgency()).distinct().count();
    if (kinds != (long) Channel.values().length * Urgency.values().length) {
      broken.add(new Problem.Field("rules", "incomplete"));
    }
    if (uses(wish, Channel.EMAIL) && wish.emailAddress().isEmpty()) {
      broken.add(new Problem.Field("emailAddress", "required"));
    }
    if (uses(wish, Channel.SMS) && wish.smsNumber().isEmpty()) {
      broken.add(new Problem.Field("smsNumber", "required"));
    }
    wish.smsNumber()
        .flatMap(number -> wrong(number, numbers))
        .ifPresent(rule -> broken.add(new Problem.Field("smsNumber", rule)));
    if (wish.quietHours().filter(hours -> hours.from().equals(hours.to())).isPresent()) {
      broken.add(new Problem.Field("quietHours.to", "range"));
    }
    return broken.isEmpty() ? new Verdict.Accepted(wish) : new Verdict.Rejected(broken);
  }

  private static boolean uses(Preferences wish, Channel channel) {
    return wish.rules().stream().filter(Rule::enabled).anyMatch(r -> r.channel() == channel);
  }

  private static Optional<String> wrong(String typed, NumberPlan numbers) {
    Optional<PhoneNumber> number = numbers.parse(typed);
    if (number.isEmpty()) {
      return Optional.of("not-a-number");
    }
    return numbers.kind(number.get()) == NumberPlan.Kind.MOBILE
        ? Optional.empty()
        : Optional.of("not-a-mobile");
  }
}
