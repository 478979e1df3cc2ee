package io.permanence.model.line;

import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.line.DialTarget.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The toll-fraud fence (A14, S7): every leg that leaves through the trunk passes here, at the
 * moment of dialling, because nothing else makes a {@link DialTarget}.
 *
 * <p>Refused are, in this order:
 *
 * <ol>
 *   <li>a number of one of our own lines: the call would come straight back;
 *   <li>satellite and other networks without a country (+800, +808, +87x, +881, +882, +883, +888,
 *       +979 and those not given out);
 *   <li>emergency and short numbers behind a calling code;
 *   <li>a country that is not allowed, by the number's own country, not its calling code: +1 is
 *       North America and two dozen islands. France alone unless set otherwise; overseas numbers
 *       with codes of their own (+590, +594, +596, +262, +508, +687, +689) are other countries;
 *   <li>a number no subscriber can have;
 *   <li>premium, shared-cost, free, personal, pager, universal-access and voicemail numbers: only
 *       fixed, mobile and Internet-box numbers are dialled.
 * </ol>
 */
public final class TollFence {
  /** Of +88, only +880 (Bangladesh) and +886 (Taiwan) are countries. */
  private static final List<String> COUNTRYLESS =
      List.of(
          "+800", "+808", "+87", "+881", "+882", "+883", "+884", "+885", "+887", "+888", "+889",
          "+979", "+991", "+999");

  private final NumberPlan plan;
  private final Set<String> countries;
  private final String home;

  /**
   * A fence.
   *
   * @param countries that may be dialled, by ISO code ({@code FR}) or calling code ({@code +33},
   *     which is its main country); the first is home
   * @throws IllegalArgumentException when there is none, or one is no country
   */
  public TollFence(NumberPlan plan, Collection<String> countries) {
    List<String> named = new ArrayList<>();
    for (String each : countries) {
      named.add(country(plan, each));
    }
    if (named.isEmpty()) {
      throw new IllegalArgumentException("at least one country may be dialled");
    }
    this.plan = plan;
    this.countries = new LinkedHashSet<>(named);
    this.home = named.getFirst();
  }

  private static String country(NumberPlan plan, String written) {
    Optional<String> country =
        written.matches("\\+[1-9][0-9]{0,2}")
            ? plan.countries(Integer.parseInt(written.substring(1))).stream().findFirst()
            : Optional.of(written).filter(plan::knows);
    return country.orElseThrow(
        () -> new IllegalArgumentException("a country looks like FR or +33, not " + written));
  }

  /** France only. */
  public static TollFence france(NumberPlan plan) {
    return new TollFence(plan, List.of("FR"));
  }

  /** What the fence says to a number. */
  public sealed interface Verdict {
    /** It may be dialled. */
    record Pass(DialTarget target) implements Verdict {}

    /** It may not. */
    record Refused(TollRefusal why) implements Verdict {}
  }

  /**
   * Whether the number may be dialled now.
   *
   * @param ownLine whether it is the number of one of our lines
   */
  public Verdict check(PhoneNumber number, boolean ownLine) {
    if (ownLine) {
      return refused(TollRefusal.OWN_LINE);
    }
    if (COUNTRYLESS.stream().anyMatch(number.e164()::startsWith)) {
      return refused(TollRefusal.NO_COUNTRY);
    }
    if (plan.emergency(number)) {
      return refused(TollRefusal.EMERGENCY);
    }
    Optional<String> country = plan.country(number);
    boolean allowed =
        country
            .map(countries::contains)
            .orElseGet(() -> plan.countries(number).stream().anyMatch(countries::contains));
    if (!allowed) {
      return refused(TollRefusal.COUNTRY_NOT_ALLOWED);
    }
    return byKind(number, country.filter(home::equals).isPresent());
  }

  private Verdict byKind(PhoneNumber number, boolean atHome) {
    return switch (plan.kind(number)) {
      case FIXED, VOIP -> pass(number, atHome ? Rate.FIXED : Rate.ABROAD);
      case MOBILE -> pass(number, atHome ? Rate.MOBILE : Rate.ABROAD);
      case PREMIUM -> refused(TollRefusal.PREMIUM);
      case SHARED_COST -> refused(TollRefusal.SHARED_COST);
      case TOLL_FREE -> refused(TollRefusal.TOLL_FREE);
      case PERSONAL -> refused(TollRefusal.PERSONAL);
      case PAGER -> refused(TollRefusal.PAGER);
      case UNIVERSAL_ACCESS -> refused(TollRefusal.UNIVERSAL_ACCESS);
      case VOICEMAIL -> refused(TollRefusal.VOICEMAIL);
      case UNKNOWN -> refused(TollRefusal.UNKNOWN_KIND);
      case INVALID ->
          refused(plan.shortCode(number) ? TollRefusal.SHORT_CODE : TollRefusal.NOT_A_SUBSCRIBER);
    };
  }

  private static Verdict pass(PhoneNumber number, Rate rate) {
    return new Verdict.Pass(new DialTarget(number, rate));
  }

  private static Verdict refused(TollRefusal why) {
    return new Verdict.Refused(why);
  }
}
