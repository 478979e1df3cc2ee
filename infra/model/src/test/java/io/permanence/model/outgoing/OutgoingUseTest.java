package io.permanence.model.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget.Rate;
import io.permanence.model.line.TollRefusal;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingUseTest {
  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final OutgoingRates RATES = new OutgoingRates(2, 5, 25, 10);
  private static final CustomerId CUSTOMER = CustomerId.random();

  private static OutgoingLeg ringing(Rate rate) {
    return new OutgoingLeg(
        CUSTOMER,
        UUID.randomUUID(),
        UUID.randomUUID(),
        Purpose.PUT_THROUGH,
        MONDAY,
        rate,
        600,
        TEN,
        Optional.empty(),
        Optional.empty());
  }

  private static OutgoingUse use(Instant now, OutgoingLeg... legs) {
    return OutgoingUse.of(List.of(legs), MONDAY, RATES, now);
  }

  @Test
  void aLegCountsForItsReservationUntilItIsOver() {
    OutgoingLeg leg = ringing(Rate.MOBILE);
    assertThat(use(TEN, leg)).isEqualTo(new OutgoingUse(1, 600, 50));
    OutgoingLeg answered = leg.answered(TEN.plusSeconds(10));
    assertThat(use(TEN.plusSeconds(70), answered)).isEqualTo(new OutgoingUse(1, 600, 50));
    assertThat(use(TEN.plusSeconds(1_210), answered)).isEqualTo(new OutgoingUse(1, 1_200, 100));
    OutgoingLeg over = answered.ended(TEN.plusSeconds(71));
    assertThat(use(TEN.plusSeconds(5_000), over)).isEqualTo(new OutgoingUse(1, 61, 10));
    assertThat(over.ended(TEN.plusSeconds(900)).answered(TEN)).isEqualTo(over);
    assertThat(answered.answered(TEN.plusSeconds(60))).isEqualTo(answered);
  }

  @Test
  void aNumberThatWasRungInVainCountsAsALegAndNothingElse() {
    assertThat(use(TEN, ringing(Rate.FIXED).ended(TEN.plusSeconds(20))))
        .isEqualTo(new OutgoingUse(1, 0, 0));
    OutgoingLeg inVain = ringing(Rate.FIXED).ended(TEN.plusSeconds(20));
    assertThat(inVain.answered(TEN.plusSeconds(21))).as("answered too late").isEqualTo(inVain);
  }

  @Test
  void yesterdaysLegsDoNotCount() {
    assertThat(OutgoingUse.of(List.of(ringing(Rate.FIXED)), MONDAY.plusDays(1), RATES, TEN))
        .isEqualTo(new OutgoingUse(0, 0, 0));
  }

  @Test
  void theFirstAnswerAndTheFirstEndCount() {
    OutgoingLeg leg =
        ringing(Rate.FIXED)
            .answered(TEN.plusSeconds(1))
            .answered(TEN.plusSeconds(2))
            .ended(TEN.plusSeconds(31))
            .ended(TEN.plusSeconds(900))
            .answered(TEN.plusSeconds(901));
    assertThat(leg.seconds(TEN.plusSeconds(2_000))).isEqualTo(30);
  }

  @ParameterizedTest(name = "{0} legs, {1} s, {2} cents used: {3}")
  @CsvSource({
    "0, 0, 0, ",
    "9, 0, 0, ",
    "10, 0, 0, DAILY_LEGS",
    "0, 3000, 0, ",
    "0, 3001, 0, DAILY_MINUTES",
    "0, 0, 450, ",
    "0, 0, 451, DAILY_COST",
    "10, 9999, 9999, DAILY_LEGS",
  })
  void oneMoreLegFitsWithItsWholeReservationOrNotAtAll(
      int legs, int seconds, int cents, TollRefusal refusal) {
    OutgoingCaps caps = new OutgoingCaps(10, 60, 500);
    assertThat(new OutgoingUse(legs, seconds, cents).refusal(caps, RATES, Rate.MOBILE))
        .isEqualTo(Optional.ofNullable(refusal));
  }

  @Test
  void aCapSmallerThanTheReservationAllowsOneLegAtATime() {
    OutgoingCaps caps = new OutgoingCaps(10, 5, 1);
    OutgoingUse none = new OutgoingUse(0, 0, 0);
    assertThat(none.refusal(caps, RATES, Rate.MOBILE)).isEmpty();
    assertThat(new OutgoingUse(1, RATES.reservedSeconds(caps), 1).refusal(caps, RATES, Rate.FIXED))
        .contains(TollRefusal.DAILY_MINUTES);
  }

  @Test
  void aCapOfNothingForbidsEverything() {
    OutgoingUse none = new OutgoingUse(0, 0, 0);
    assertThat(none.refusal(new OutgoingCaps(0, 9, 9), RATES, Rate.FIXED))
        .contains(TollRefusal.DAILY_LEGS);
    assertThat(none.refusal(new OutgoingCaps(9, 0, 9), RATES, Rate.FIXED))
        .contains(TollRefusal.DAILY_MINUTES);
    assertThat(none.refusal(new OutgoingCaps(9, 9, 0), RATES, Rate.FIXED))
        .contains(TollRefusal.DAILY_COST);
  }
}
