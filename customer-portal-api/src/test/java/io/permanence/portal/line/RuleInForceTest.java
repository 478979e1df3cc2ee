package io.permanence.portal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleInForceTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Calendar CALENDAR = Calendar.of(PARIS);

  /** A Monday, noon in Paris. */
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static final Handling STANDING = handling(PutThrough.VIP, true);

  @Test
  void withoutAnyInstructionTheStandingDefaultGovernsForEver() {
    RuleInForce rule = RuleInForce.at(STANDING, List.of(), CALENDAR, NOON);
    assertThat(rule).isEqualTo(new RuleInForce(STANDING, Optional.empty(), Optional.empty()));
  }

  @Test
  void theNextWindowThatTakesOverIsTold() {
    Instruction lunch = weekly("12:30", "14:00");
    assertThat(RuleInForce.at(STANDING, List.of(lunch), CALENDAR, NOON).until())
        .contains(Instant.parse("2026-11-23T11:30:00Z"));
    assertThat(RuleInForce.at(STANDING, List.of(lunch), CALENDAR, NOON.plusSeconds(3600)).until())
        .contains(Instant.parse("2026-11-23T13:00:00Z"));
  }

  @Test
  void aWindowThatOpensBeneathTheGoverningOneChangesNothing() {
    Instruction today = oneOff(NOON.minusSeconds(3600), NOON.plusSeconds(36_000));
    Instruction lunch = weekly("12:30", "14:00");
    assertThat(RuleInForce.at(STANDING, List.of(today, lunch), CALENDAR, NOON).until())
        .contains(NOON.plusSeconds(36_000));
  }

  @Test
  void aTapLastsToTheEndOfTheCustomersDay() {
    assertThat(made(wish(PutThrough.NONE), List.of()).window())
        .isEqualTo(new Window.OneOff(NOON, Instant.parse("2026-11-23T23:00:00Z")));
  }

  @Test
  void aTapIsTheMostSpecificWindow() {
    Instruction shorter = oneOff(NOON.minusSeconds(60), NOON.plusSeconds(600));
    Instruction tap = made(wish(PutThrough.NONE), List.of(shorter));
    assertThat(tap.window()).isEqualTo(new Window.OneOff(NOON, NOON.plusSeconds(600)));
    assertThat(
            RuleInForce.at(STANDING, List.of(shorter, tap), CALENDAR, NOON.plusSeconds(1))
                .instruction())
        .contains(tap);
  }

  @Test
  void aTapTakesItsWordsFromTheRuleItTakesOverFrom() {
    Instruction tap = made(wish(PutThrough.NONE), List.of());
    assertThat(tap.handling().greeting()).isEqualTo(STANDING.greeting());
    assertThat(tap.handling().message()).isPresent();
    assertThat(tap.handling().ladder()).isEqualTo(STANDING.ladder());
  }

  @Test
  void nobodyIsPutThroughWhereNoNumberRings() {
    Handling without = handling(PutThrough.NONE, false);
    assertThat(
            QuickChange.decide(
                wish(PutThrough.ALL),
                without,
                List.of(),
                CALENDAR,
                "fr",
                InstructionId.random(),
                NOON))
        .isEqualTo(new QuickChange.Outcome.NoNumber());
  }

  private static Instruction made(QuickChange.Wish wish, List<Instruction> planned) {
    return ((QuickChange.Outcome.Made)
            QuickChange.decide(
                wish, STANDING, planned, CALENDAR, "fr", InstructionId.random(), NOON))
        .instruction();
  }

  private static QuickChange.Wish wish(PutThrough putThrough) {
    return new QuickChange.Wish(putThrough, Optional.empty(), Optional.empty());
  }

  private static Instruction weekly(String from, String to) {
    return instruction(
        new Window.Weekly(
            List.of(
                new Window.Hours(
                    Set.of(DayOfWeek.MONDAY), LocalTime.parse(from), LocalTime.parse(to)))));
  }

  private static Instruction oneOff(Instant from, Instant to) {
    return instruction(new Window.OneOff(from, to));
  }

  private static Instruction instruction(Window window) {
    return new Instruction(
        InstructionId.random(),
        1,
        window,
        handling(PutThrough.NONE, true),
        NOON.minus(Duration.ofDays(1)));
  }

  private static Handling handling(PutThrough putThrough, boolean ladder) {
    return new Handling(
        putThrough,
        PutThroughMode.ANNOUNCED,
        "Bonjour",
        Optional.empty(),
        ladder
            ? List.of(
                LadderStep.of(
                    new ForwardingNumberId(new java.util.UUID(1, 1)),
                    new PhoneNumber("+33639980001"),
                    20,
                    LadderStep.After.NEXT))
            : List.of(),
        Optional.empty());
  }
}
