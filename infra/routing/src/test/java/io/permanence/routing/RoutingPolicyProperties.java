package io.permanence.routing;

import static io.permanence.routing.Lines.MOBILE;
import static io.permanence.routing.Lines.MONDAY_TEN;
import static io.permanence.routing.Lines.SUNDAY_NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineChoices.BlockedCallers;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.OutOfHours;
import io.permanence.model.line.PublicHolidays;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.WhenBusy;
import io.permanence.model.line.Windows.Span;
import io.permanence.model.line.WithheldCallers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every line, caller and hour. */
class RoutingPolicyProperties {
  @Property
  void aVipIsNeverTreatedWorseThanAStranger(
      @ForAll PutThrough putThrough,
      @ForAll PutThroughMode mode,
      @ForAll boolean reachable,
      @ForAll boolean hours,
      @ForAll("choices") LineChoices choices,
      @ForAll boolean night,
      @ForAll boolean busy,
      @ForAll MarkedVip vip) {
    LineSnapshot snapshot = snapshot(putThrough, mode, reachable, hours, choices, busy, vip);
    Instant at = night ? SUNDAY_NIGHT : MONDAY_TEN;
    assertThat(goodness(RoutingPolicy.decide(Who.VIP.calls(at), snapshot)))
        .isGreaterThanOrEqualTo(goodness(RoutingPolicy.decide(Who.STRANGER.calls(at), snapshot)));
  }

  @Property
  void everyCallIsAnsweredAndAlwaysAlike(
      @ForAll PutThrough putThrough,
      @ForAll PutThroughMode mode,
      @ForAll boolean reachable,
      @ForAll boolean hours,
      @ForAll("choices") LineChoices choices,
      @ForAll boolean busy,
      @ForAll MarkedVip vip,
      @ForAll Who who) {
    LineSnapshot snapshot = snapshot(putThrough, mode, reachable, hours, choices, busy, vip);
    IncomingCall call = who.calls(SUNDAY_NIGHT);
    Decision decision = RoutingPolicy.decide(call, snapshot);
    assertThat(decision).isEqualTo(RoutingPolicy.decide(call, snapshot));
    assertThat(decision).isNotInstanceOf(Decision.Reject.class);
    assertThat(decision.basis().reason())
        .isEqualTo(RoutingPolicy.decide(call, snapshot).basis().reason());
    if (decision instanceof Decision.Ladder ladder) {
      assertThat(ladder.steps()).isNotEmpty();
      assertThat(RoutingPolicy.afterLadder(ladder)).isNotInstanceOf(Decision.Ladder.class);
    }
  }

  /** A VIP with a way of their own, or without. */
  enum MarkedVip {
    PLAIN,
    ANNOUNCED,
    DIRECT;

    MarkedCaller marked() {
      return switch (this) {
        case PLAIN -> MarkedCaller.of(CallerMark.VIP);
        case ANNOUNCED -> MarkedCaller.vip(PutThroughMode.ANNOUNCED);
        case DIRECT -> MarkedCaller.vip(PutThroughMode.DIRECT);
      };
    }
  }

  private static LineSnapshot snapshot(
      PutThrough putThrough,
      PutThroughMode mode,
      boolean reachable,
      boolean hours,
      LineChoices choices,
      boolean busy,
      MarkedVip vip) {
    LadderStep[] steps = reachable ? new LadderStep[] {Lines.step(MOBILE)} : new LadderStep[0];
    Line plain = Lines.line(Lines.handling(putThrough, mode, steps));
    Line timed = hours ? Lines.withHours(plain, choices.outOfHours()) : plain;
    List<Span> spans =
        busy
            ? List.of(new Span(SUNDAY_NIGHT.minusSeconds(1), MONDAY_TEN.plusSeconds(1)))
            : List.of();
    return new LineSnapshot(
        Lines.withChoices(timed, choices),
        List.of(),
        CallerMarks.ofCallers(
            Map.of(Lines.VIP, vip.marked(), Lines.BLOCKED, MarkedCaller.of(CallerMark.BLOCKED))),
        new BusyTimes(spans),
        1,
        MONDAY_TEN);
  }

  @Provide
  Arbitrary<LineChoices> choices() {
    return Combinators.combine(
            Arbitraries.of(OutOfHours.class),
            Arbitraries.of(BlockedCallers.class),
            Arbitraries.of(WithheldCallers.class),
            Arbitraries.of(WhenBusy.class),
            Arbitraries.of(PublicHolidays.class))
        .as(LineChoices::new);
  }

  /** Announced or direct is the customer's taste: either way the caller is put through. */
  private static int goodness(Decision decision) {
    return switch (decision) {
      case Decision.Ladder ladder -> 40 + (ladder.vip() ? 1 : 0);
      case Decision.ToDesk desk -> (desk.mayPutThrough() ? 40 : 30) + (desk.vip() ? 1 : 0);
      case Decision.Voicemail voicemail -> 20;
      case Decision.Announce announce -> 10;
      case Decision.Reject reject -> 0;
    };
  }
}
