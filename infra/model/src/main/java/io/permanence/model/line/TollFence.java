package io.permanence.model.line;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import java.util.List;
import java.util.Set;

/**
 * The toll-fraud fence (A14, S7): every leg that leaves through the trunk passes here, at the
 * moment of dialling. That the number was proven by its owner is seen to before: an unproven
 * forwarding number is in no snapshot.
 *
 * <p>Refused are, in this order:
 *
 * <ol>
 *   <li>a number of one of our own lines: the call would come straight back;
 *   <li>satellite and other networks without a country (+87, +88, +979, +800, +808);
 *   <li>a country that is not allowed; +33 alone unless set otherwise. Overseas numbers with codes
 *       of their own (+590, +594, +596, +262, +508, +687, +689) are other countries here;
 *   <li>a number no subscriber can have, short codes among them;
 *   <li>premium, shared-cost, pager and other special numbers: only fixed and mobile ones are
 *       dialled.
 * </ol>
 */
public final class TollFence {
  private static final List<String> COUNTRYLESS = List.of("+87", "+88", "+979", "+800", "+808");

  private final NumberPlan plan;
  private final Set<String> countries;

  /**
   * A fence.
   *
   * @param countries allowed country codes, with {@code +}
   * @throws IllegalArgumentException when a code is none
   */
  public TollFence(NumberPlan plan, Set<String> countries) {
    for (String each : countries) {
      if (!each.matches("\\+[1-9][0-9]{0,2}")) {
        throw new IllegalArgumentException("a country code looks like +33");
      }
    }
    this.plan = plan;
    this.countries = Set.copyOf(countries);
  }

  /** France only. */
  public static TollFence france(NumberPlan plan) {
    return new TollFence(plan, Set.of("+33"));
  }

  /** What the fence says to a number. */
  public enum Verdict {
    PASS,
    OWN_LINE,
    NO_COUNTRY,
    COUNTRY_NOT_ALLOWED,
    NOT_A_SUBSCRIBER,
    SPECIAL_RATE;

    /** Whether the number may be dialled. */
    public boolean passes() {
      return this == PASS;
    }
  }

  /**
   * Whether the number may be dialled now.
   *
   * @param ownLine whether it is the number of one of our lines
   */
  public Verdict check(PhoneNumber number, boolean ownLine) {
    if (ownLine) {
      return Verdict.OWN_LINE;
    }
    if (COUNTRYLESS.stream().anyMatch(number.e164()::startsWith)) {
      return Verdict.NO_COUNTRY;
    }
    if (countries.stream().noneMatch(number.e164()::startsWith)) {
      return Verdict.COUNTRY_NOT_ALLOWED;
    }
    return switch (plan.kind(number)) {
      case FIXED, MOBILE -> Verdict.PASS;
      case OTHER -> Verdict.SPECIAL_RATE;
      case INVALID -> Verdict.NOT_A_SUBSCRIBER;
    };
  }
}
