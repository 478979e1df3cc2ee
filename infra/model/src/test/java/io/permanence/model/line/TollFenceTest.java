package io.permanence.model.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.line.DialTarget.Rate;
import io.permanence.model.line.TollFence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TollFenceTest {
  private static final PhoneNumberUtil METADATA = PhoneNumberUtil.getInstance();
  private static final NumberPlan PLAN = NumberPlan.real();
  private static final TollFence FRANCE = TollFence.france(PLAN);
  private static final TollFence WORLD =
      new TollFence(PLAN, new TreeSet<>(METADATA.getSupportedRegions()));

  private static String said(TollFence fence, String number) {
    return said(fence, new PhoneNumber(number), false);
  }

  private static String said(TollFence fence, PhoneNumber number, boolean ownLine) {
    return switch (fence.check(number, ownLine)) {
      case Verdict.Pass pass -> {
        assertThat(pass.target().number()).isEqualTo(number);
        yield "pass";
      }
      case Verdict.Refused refused -> refused.why().wireName();
    };
  }

  @ParameterizedTest(name = "{0} ({2}): {1}")
  @CsvSource({
    "+33142685300, pass, Paris",
    "+33612345678, pass, mobile",
    "+33750123456, pass, mobile",
    "+33912345678, pass, a box",
    "+33899123456, premium, premium",
    "+33891123456, premium, premium",
    "+33825123456, shared-cost, shared cost",
    "+33800123456, toll-free, free",
    "+33806123456, universal-access, universal access",
    "+333617, short-code, short code",
    "+33118218, short-code, directory",
    "+33112, emergency, Europe's emergency number",
    "+33639980001, not-a-subscriber, fiction",
    "+33042685300, not-a-subscriber, no such number",
    "+590690123456, country-not-allowed, Guadeloupe",
    "+262692123456, country-not-allowed, Réunion",
    "+41441234567, country-not-allowed, Switzerland",
    "+12425551234, country-not-allowed, Bahamas",
    "+37122123456, country-not-allowed, Latvia",
    "+19995550123, country-not-allowed, no such number in America",
    "+870773123456, no-country, Inmarsat",
    "+881612345678, no-country, Iridium",
    "+882161234567, no-country, international networks",
    "+883510012345, no-country, international networks",
    "+888123456789, no-country, disaster relief",
    "+979123456789, no-country, international premium",
    "+80012345678, no-country, international free",
    "+80812345678, no-country, international shared cost",
  })
  void onlyOrdinarySubscribersOfAllowedCountriesAreDialled(
      String number, String verdict, String what) {
    assertThat(said(FRANCE, number)).as(what).isEqualTo(verdict);
  }

  @Test
  void ourOwnLinesAreNeverDialled() {
    assertThat(said(FRANCE, new PhoneNumber("+33142685300"), true)).isEqualTo("own-line");
  }

  @Test
  void furtherCountriesAreASettingAndTheFirstIsHome() {
    TollFence wide = new TollFence(PLAN, List.of("+33", "CH"));
    assertThat(said(wide, "+41446681800")).isEqualTo("pass");
    assertThat(said(wide, "+41900123456")).isEqualTo("premium");
    assertThat(rate(wide, "+41446681800")).contains(Rate.ABROAD);
    assertThat(rate(wide, "+41791234567")).contains(Rate.ABROAD);
    assertThat(rate(wide, "+33142685300")).contains(Rate.FIXED);
    assertThat(rate(wide, "+33612345678")).contains(Rate.MOBILE);
  }

  private static Optional<Rate> rate(TollFence fence, String number) {
    return fence.check(new PhoneNumber(number), false) instanceof Verdict.Pass pass
        ? Optional.of(pass.target().rate())
        : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"33", "fr", "XX", "+", "+999", "+800", "+0", "FR;DE"})
  void whatIsNoCountryIsNoSetting(String written) {
    assertThatThrownBy(() -> new TollFence(PLAN, List.of(written)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFenceWithoutAnyCountryCannotBeMade() {
    assertThatThrownBy(() -> new TollFence(PLAN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCallingCodeIsItsMainCountryAndNotTheIslandsThatShareIt() {
    TollFence america = new TollFence(PLAN, List.of("+1"));
    assertThat(said(america, "+12015550123")).isEqualTo("pass");
    assertThat(said(america, "+19995550123")).isEqualTo("not-a-subscriber");
    for (String island :
        List.of("+12424345678", "+18762101234", "+18092345678", "+14734031234", "+12684601234")) {
      assertThat(said(america, island)).as(island).isEqualTo("country-not-allowed");
    }
    assertThat(said(new TollFence(PLAN, List.of("+44")), "+447797712345"))
        .as("Jersey")
        .isEqualTo("country-not-allowed");
  }

  @Test
  void fictionIsDialledInTheDemoOnlyAndNothingElseChangesThere() {
    TollFence demo = TollFence.france(NumberPlan.demo());
    assertThat(said(demo, "+33639980001")).isEqualTo("pass");
    assertThat(said(demo, "+33199001005")).isEqualTo("pass");
    assertThat(rate(demo, "+33639980001")).contains(Rate.MOBILE);
    assertThat(rate(demo, "+33199001005")).contains(Rate.FIXED);
    assertThat(said(FRANCE, "+33639980001")).isEqualTo("not-a-subscriber");
    assertThat(said(demo, "+33899123456")).isEqualTo("premium");
    assertThat(said(demo, "+3363998000")).isEqualTo("not-a-subscriber");
  }

  /** What the fence says to a subscriber of an allowed country, by libphonenumber's type. */
  private static String expected(PhoneNumberType type) {
    return switch (type) {
      case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP -> "pass";
      case PREMIUM_RATE -> "premium";
      case SHARED_COST -> "shared-cost";
      case TOLL_FREE -> "toll-free";
      case PERSONAL_NUMBER -> "personal";
      case PAGER -> "pager";
      case UAN -> "universal-access";
      case VOICEMAIL -> "voicemail";
      case UNKNOWN -> "unknown-kind";
    };
  }

  private static Map<String, Phonenumber.PhoneNumber> examples() {
    Map<String, Phonenumber.PhoneNumber> all = new LinkedHashMap<>();
    for (String region : new TreeSet<>(METADATA.getSupportedRegions())) {
      for (PhoneNumberType type : PhoneNumberType.values()) {
        Phonenumber.PhoneNumber example = METADATA.getExampleNumberForType(region, type);
        if (example != null) {
          all.put(region + " " + type, example);
        }
      }
    }
    return all;
  }

  private static String e164(Phonenumber.PhoneNumber number) {
    return METADATA.format(number, PhoneNumberFormat.E164);
  }

  @Test
  void everyKindOfNumberOfEveryCountryIsAsTheTableSays() {
    Map<String, Phonenumber.PhoneNumber> examples = examples();
    assertThat(examples).hasSizeGreaterThan(1_000);
    assertThat(examples.keySet().stream().map(each -> each.substring(3)).distinct())
        .contains("PREMIUM_RATE", "SHARED_COST", "PERSONAL_NUMBER", "PAGER", "UAN", "VOICEMAIL");
    examples.forEach(
        (which, number) -> {
          PhoneNumberType type = METADATA.getNumberType(number);
          assertThat(said(WORLD, e164(number))).as(which).isEqualTo(expected(type));
        });
  }

  @Test
  void noNumberOfAnotherCountryIsDialledWhateverItsKind() {
    examples()
        .forEach(
            (which, number) -> {
              boolean french = "FR".equals(METADATA.getRegionCodeForNumber(number));
              if (!french) {
                assertThat(said(FRANCE, e164(number))).as(which).isNotEqualTo("pass");
              }
            });
  }

  @Test
  void noNetworkWithoutACountryIsDialledEvenWhenEveryCountryIsAllowed() {
    Set<Integer> codes = METADATA.getSupportedGlobalNetworkCallingCodes();
    assertThat(codes).contains(800, 808, 870, 881, 882, 883, 888, 979);
    for (int code : codes) {
      assertThat(said(WORLD, e164(METADATA.getExampleNumberForNonGeoEntity(code))))
          .as("+" + code)
          .isEqualTo("no-country");
    }
  }

  @Test
  void emergencyAndShortNumbersBehindACallingCodeAreNotDialled() {
    ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
    List<String> tried = new ArrayList<>();
    for (String region : new TreeSet<>(METADATA.getSupportedRegions())) {
      for (int digits = 100; digits < 1_000; digits++) {
        String number = Integer.toString(digits);
        if (shortNumbers.isEmergencyNumber(number, region)) {
          String e164 = "+" + METADATA.getCountryCodeForRegion(region) + number;
          if (e164.length() > 5) {
            tried.add(e164);
            assertThat(said(WORLD, e164)).as(region + " " + e164).isEqualTo("emergency");
          }
        }
      }
    }
    assertThat(tried).hasSizeGreaterThan(300);
  }

  /**
   * Numbers that fraud lives on: premium, shared cost and other special ranges at home, satellites,
   * every other country; digits drawn anew behind each range's beginning (S7).
   */
  private static Set<PhoneNumber> fraud(int most) {
    Random random = new Random(7);
    List<Phonenumber.PhoneNumber> seeds = new ArrayList<>(examples().values());
    METADATA
        .getSupportedGlobalNetworkCallingCodes()
        .forEach(code -> seeds.add(METADATA.getExampleNumberForNonGeoEntity(code)));
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    while (numbers.size() < most) {
      Phonenumber.PhoneNumber seed = seeds.get(random.nextInt(seeds.size()));
      boolean dialable =
          "FR".equals(METADATA.getRegionCodeForNumber(seed))
              && expected(METADATA.getNumberType(seed)).equals("pass");
      if (!dialable) {
        numbers.add(varied(e164(seed), random));
      }
    }
    return numbers;
  }

  private static PhoneNumber varied(String e164, Random random) {
    StringBuilder digits = new StringBuilder(e164);
    for (int i = Math.max(7, e164.length() - 3); i < e164.length(); i++) {
      digits.setCharAt(i, (char) ('0' + random.nextInt(10)));
    }
    return new PhoneNumber(digits.toString());
  }

  @Test
  void ofFiveThousandPremiumSatelliteAndForeignNumbersNoneIsDialled() {
    Set<PhoneNumber> fraud = fraud(5_000);
    List<PhoneNumber> dialled =
        fraud.stream().filter(each -> FRANCE.check(each, false) instanceof Verdict.Pass).toList();
    assertThat(dialled).isEmpty();
    assertThat(fraud).hasSize(5_000);
  }

  @Test
  void theWholeWorldAllowedStillDialsNoSpecialNumber() {
    Stream<PhoneNumber> special =
        fraud(5_000).stream()
            .filter(
                each -> {
                  NumberPlan.Kind kind = PLAN.kind(each);
                  return kind != NumberPlan.Kind.FIXED
                      && kind != NumberPlan.Kind.MOBILE
                      && kind != NumberPlan.Kind.VOIP;
                });
    assertThat(special.filter(each -> WORLD.check(each, false) instanceof Verdict.Pass)).isEmpty();
  }

  @Property(tries = 2_000)
  void ofFrenchNumbersOnlyTheOrdinaryOnesAreDialled(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long rest) {
    PhoneNumber number = PhoneNumber.ofDigits("33" + (rest < 100 ? rest + 100 : rest));
    if (FRANCE.check(number, false) instanceof Verdict.Pass) {
      assertThat(number.e164()).matches("\\+33[1-79][0-9]{8}");
    }
  }

  @Property(tries = 2_000)
  void nothingOutsideFranceIsEverDialled(
      @ForAll @LongRange(min = 10_000, max = 999_999_999_999_999L) long digits) {
    PhoneNumber number = PhoneNumber.ofDigits(Long.toString(digits));
    if (FRANCE.check(number, false) instanceof Verdict.Pass) {
      assertThat(number.e164()).matches("\\+33[1-79][0-9]{8}");
    }
  }
}
