package io.permanence.callrouter.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.model.NumberPlan;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget;
import io.permanence.model.line.TollFence;
import io.permanence.model.outgoing.OutgoingCaps;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.model.outgoing.OutgoingRates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No leg through the trunk lasts for ever (A14). */
class LegWatchTest {
  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final CustomerId CUSTOMER = CustomerId.random();

  private final AtomicReference<Instant> now = new AtomicReference<>(TEN);
  private final OutgoingBook book =
      new OutgoingBook(new OutgoingCaps(200, 600, 5_000), new OutgoingRates(2, 5, 25, 10));
  private final LegWatch watch =
      new LegWatch(book, ((InstantSource) now::get).withZone(ZoneOffset.UTC), LONGEST);
  private final CallId call = CallId.random();

  @ParameterizedTest(name = "a {0} leg, answered {2}, after {3} min: hung up {4}")
  @CsvSource({
    "ladder, PUT_THROUGH, true,  239, false",
    "ladder, PUT_THROUGH, true,  240, true",
    "third,  CONSULT,     true,  239, false",
    "third,  CONSULT,     true,  240, true",
    "proof,  PROOF,       true,  240, true",
    "third,  CONSULT,     false, 240, false",
  })
  void aLegIsHungUpWhenItHasLastedForAsLongAsALegMay(
      String part, Purpose purpose, boolean answered, long minutes, boolean hungUp) {
    book.reserve(CUSTOMER, ZONE, call.value(), purpose, target("+33639980001"), TEN);
    Channel leg = channel("1", part);
    Channel caller = channel("2", "caller");
    if (answered) {
      watch.heard(new AmiEvent.Stated(leg, false, true));
    }
    now.set(TEN.plus(Duration.ofMinutes(minutes)));
    assertThat(watch.tooLong(List.of(leg, caller))).isEqualTo(hungUp ? List.of("1") : List.of());
  }

  @Test
  void ofTwoNumbersThatRingAtOnceEachHasALegOfItsOwn() {
    for (String number : List.of("+33639980001", "+33639980002")) {
      DialTarget target = target(number);
      book.reserve(CUSTOMER, ZONE, call.value(), Purpose.PUT_THROUGH, target, TEN);
    }
    Channel one = channel("1", "ladder");
    Channel other = channel("2", "ladder");
    watch.heard(new AmiEvent.Stated(one, true, false));
    watch.heard(new AmiEvent.Stated(other, true, false));
    watch.heard(new AmiEvent.Stated(other, false, true));
    watch.heard(new AmiEvent.HungUp(one, 16));
    assertThat(book.open(CUSTOMER, call.value()))
        .singleElement()
        .satisfies(leg -> assertThat(leg.answeredAt()).contains(TEN));
    watch.heard(new AmiEvent.HungUp(other, 16));
    assertThat(book.open(CUSTOMER, call.value())).isEmpty();
  }

  private Channel channel(String id, String part) {
    return new Channel(
        id,
        "PJSIP/trunk-" + id,
        Optional.empty(),
        "desk-third",
        Map.of("PM_CALL", call.toString(), "PM_ROLE", part));
  }

  private static DialTarget target(String number) {
    return TollFence.france(NumberPlan.demo()).check(new PhoneNumber(number), false)
            instanceof TollFence.Verdict.Pass pass
        ? pass.target()
        : fail(number);
  }

  private static DialTarget fail(String number) {
    throw new AssertionError(number + " is refused");
  }
}
