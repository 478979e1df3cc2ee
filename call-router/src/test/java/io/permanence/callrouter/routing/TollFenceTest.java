package io.permanence.callrouter.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.model.Caller;
import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.line.TollFence;
import io.permanence.model.line.TollFence.Verdict;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollFenceTest {
  private static final TollFence FRANCE = TollFence.france(NumberPlan.real());

  @ParameterizedTest(name = "{0} ({2}): {1}")
  @CsvSource({
    "+33142685300, PASS, Paris",
    "+33612345678, PASS, mobile",
    "+33750123456, PASS, mobile",
    "+33912345678, PASS, a box",
    "+33899123456, SPECIAL_RATE, premium",
    "+33891123456, SPECIAL_RATE, premium",
    "+33825123456, SPECIAL_RATE, shared cost",
    "+33800123456, SPECIAL_RATE, free",
    "+333617, NOT_A_SUBSCRIBER, short code",
    "+33118218, NOT_A_SUBSCRIBER, directory",
    "+33639980001, NOT_A_SUBSCRIBER, fiction",
    "+33042685300, NOT_A_SUBSCRIBER, no such number",
    "+590690123456, COUNTRY_NOT_ALLOWED, Guadeloupe",
    "+262692123456, COUNTRY_NOT_ALLOWED, Réunion",
    "+41441234567, COUNTRY_NOT_ALLOWED, Switzerland",
    "+12425551234, COUNTRY_NOT_ALLOWED, Bahamas",
    "+37122123456, COUNTRY_NOT_ALLOWED, Latvia",
    "+870773123456, NO_COUNTRY, Inmarsat",
    "+881612345678, NO_COUNTRY, Iridium",
    "+882161234567, NO_COUNTRY, international networks",
    "+883510012345, NO_COUNTRY, international networks",
    "+979123456789, NO_COUNTRY, international premium",
    "+80012345678, NO_COUNTRY, international free",
    "+80812345678, NO_COUNTRY, international shared cost",
  })
  void onlyOrdinarySubscribersOfAllowedCountriesAreDialled(
      String number, Verdict verdict, String what) {
    assertThat(FRANCE.check(new PhoneNumber(number), false)).isEqualTo(verdict);
  }

  @Test
  void ourOwnLinesAreNeverDialled() {
    assertThat(FRANCE.check(new PhoneNumber("+33142685300"), true)).isEqualTo(Verdict.OWN_LINE);
  }

  @Test
  void furtherCountriesAreASetting() {
    TollFence wide = new TollFence(NumberPlan.real(), Set.of("+33", "+41"));
    assertThat(wide.check(new PhoneNumber("+41446681800"), false)).isEqualTo(Verdict.PASS);
    assertThat(wide.check(new PhoneNumber("+41900123456"), false)).isEqualTo(Verdict.SPECIAL_RATE);
    assertThatThrownBy(() -> new TollFence(NumberPlan.real(), Set.of("33")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fictionIsDialledInTheDemoOnly() {
    TollFence demo = TollFence.france(NumberPlan.demo());
    assertThat(demo.check(new PhoneNumber("+33639980001"), false)).isEqualTo(Verdict.PASS);
    assertThat(demo.check(new PhoneNumber("+33199001005"), false)).isEqualTo(Verdict.PASS);
  }

  @Property(tries = 2_000)
  void ofFrenchNumbersOnlyTheOrdinaryOnesAreDialled(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long rest) {
    PhoneNumber number = PhoneNumber.ofDigits("33" + (rest < 100 ? rest + 100 : rest));
    if (FRANCE.check(number, false).passes()) {
      assertThat(number.e164()).matches("\\+33[1-79][0-9]{8}");
    }
  }

  @Property(tries = 2_000)
  void nothingOutsideFranceIsEverDialled(
      @ForAll @LongRange(min = 10_000, max = 999_999_999_999_999L) long digits) {
    PhoneNumber number = PhoneNumber.ofDigits(Long.toString(digits));
    if (FRANCE.check(number, false).passes()) {
      assertThat(number.e164()).matches("\\+33[1-79][0-9]{8}");
    }
  }

  @Test
  void theNumberShownIsTheLinesOrTheCallersAndNeverFromTheList() {
    var line =
        Lines.line(
            Lines.handling(
                io.permanence.model.line.PutThrough.ALL,
                io.permanence.model.line.PutThroughMode.DIRECT,
                Lines.step(Lines.MOBILE)));
    Caller known = new Caller.Known(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.OWN_LINE, line, known)).isEqualTo(Lines.NUMBER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, line, known)).isEqualTo(Lines.STRANGER);
    assertThat(ShownNumber.of(ShownNumber.Policy.CALLER, line, new Caller.Withheld()))
        .isEqualTo(Lines.NUMBER);
  }
}
