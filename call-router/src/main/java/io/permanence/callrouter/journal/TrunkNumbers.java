package io.permanence.callrouter.journal;

import io.permanence.model.Caller;
import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as the dialplan passes them: digits only, as the trunk sent them ({@code 33639980101},
 * {@code 0033639980101}, {@code 0639980101}), or {@code withheld}.
 */
public final class TrunkNumbers {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{3,17}");
  private static final String WITHHELD = "withheld";

  private final NumberPlan plan;

  public TrunkNumbers(NumberPlan plan) {
    this.plan = plan;
  }

  /** The number; empty when it cannot be one. */
  public Optional<PhoneNumber> number(String digits) {
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    if (digits.startsWith("00")) {
      return plan.parse("+" + digits.substring(2));
    }
    return plan.parse(digits.startsWith("0") ? digits : "+" + digits);
  }

  /** The caller; what cannot be a number is a caller who withholds it (A7). */
  public Caller caller(String word) {
    if (word.equals(WITHHELD)) {
      return new Caller.Withheld();
    }
    return number(word).<Caller>map(Caller.Known::new).orElseGet(Caller.Withheld::new);
  }
}
