package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.HEADSET;
import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A secretary")
class SecretaryStateTest {
  private static final UUID OFFER = new UUID(4, 1);
  private static final Telephone DESK_PHONE =
      new Telephone(Telephone.Kind.DESK, true, true, false, false);
  private static final SecretarySignal HEADSET_ON = new SecretarySignal.TelephoneChanged(HEADSET);
  private static final SecretarySignal READY = new SecretarySignal.WantsReady();
  private static final SecretarySignal LUNCH = new SecretarySignal.WantsBreak(BreakReason.LUNCH);
  private static final SecretarySignal OFFERED =
      new SecretarySignal.Offered(call(1), OFFER, NOON.plusSeconds(15));
  private static final SecretarySignal MISSED = new SecretarySignal.OfferMissed(OFFER);
  private static final SecretarySignal WITHDRAWN = new SecretarySignal.OfferWithdrawn(OFFER);
  private static final SecretarySignal TAKEN = new SecretarySignal.CallTaken(call(1));
  private static final SecretarySignal OVER = new SecretarySignal.CallOver(call(1));
  private static final SecretarySignal WRAPPED = new SecretarySignal.WrapUpOver(call(1));
  private static final SecretarySignal TORN = new SecretarySignal.CallTornAway(call(1));

  static Stream<Arguments> histories() {
    return Stream.of(
        is("signed off at first", Presence.SIGNED_OFF),
        is("preparing once the telephone is there", Presence.PREPARING, HEADSET_ON),
        is("ready when she says so", Presence.READY, HEADSET_ON, READY),
        is(
            "ready with a desk phone that rests on its hook",
            Presence.READY,
            phone(DESK_PHONE),
            READY),
        is("not ready without telephone", Presence.PREPARING, READY),
        is(
            "not ready without console",
            Presence.PREPARING,
            READY,
            phone(HEADSET.withConsole(false))),
        is(
            "not ready unregistered",
            Presence.PREPARING,
            READY,
            phone(HEADSET.withRegistered(false))),
        is(
            "not ready without microphone",
            Presence.PREPARING,
            READY,
            phone(HEADSET.withMicrophone(false))),
        is(
            "not ready without resting leg",
            Presence.PREPARING,
            READY,
            phone(HEADSET.withResting(false))),
        is(
            "ready by herself when the telephone comes back",
            Presence.READY,
            HEADSET_ON,
            READY,
            phone(HEADSET.withRegistered(false)),
            HEADSET_ON),
        is("on a break", Presence.BREAK, HEADSET_ON, READY, LUNCH),
        is("offered", Presence.OFFERED, HEADSET_ON, READY, OFFERED),
        is(
            "ready again when the offer is withdrawn",
            Presence.READY,
            HEADSET_ON,
            READY,
            OFFERED,
            WITHDRAWN),
        is("ready again after one miss", Presence.READY, HEADSET_ON, READY, OFFERED, MISSED),
        is(
            "paused after three misses",
            Presence.PAUSED,
            HEADSET_ON,
            READY,
            OFFERED,
            MISSED,
            OFFERED,
            MISSED,
            OFFERED,
            MISSED),
        is(
            "back from the pause when she says so",
            Presence.READY,
            HEADSET_ON,
            READY,
            OFFERED,
            MISSED,
            OFFERED,
            MISSED,
            OFFERED,
            MISSED,
            READY),
        is(
            "forgiven by taking a call",
            Presence.READY,
            HEADSET_ON,
            READY,
            OFFERED,
            MISSED,
            OFFERED,
            MISSED,
            OFFERED,
            TAKEN,
            OVER,
            WRAPPED,
            OFFERED,
            MISSED),
        is("talking", Presence.TALKING, HEADSET_ON, READY, OFFERED, TAKEN),
        is(
            "talking whatever the telephone does",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            phone(HEADSET.withRegistered(false))),
        is("in wrap-up after the call", Presence.WRAP_UP, HEADSET_ON, READY, OFFERED, TAKEN, OVER),
        is("ready after wrap-up", Presence.READY, HEADSET_ON, READY, OFFERED, TAKEN, OVER, WRAPPED),
        is(
            "ready at once when she ends the wrap-up",
            Presence.READY,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            OVER,
            READY),
        is(
            "not torn out of a call by a break",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            LUNCH),
        is(
            "on the break she asked for in the call",
            Presence.BREAK,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            LUNCH,
            OVER,
            WRAPPED),
        is(
            "preparing when the call was torn away with the telephone",
            Presence.PREPARING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            phone(HEADSET.withResting(false)),
            TORN),
        is("signed off", Presence.SIGNED_OFF, HEADSET_ON, READY, new SecretarySignal.SignsOff()),
        is(
            "untouched by the end of another call",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            new SecretarySignal.CallOver(call(2))),
        is(
            "untouched by another call torn away",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            new SecretarySignal.CallTornAway(call(2))),
        is(
            "untouched by the end of an earlier wrap-up",
            Presence.WRAP_UP,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            OVER,
            new SecretarySignal.WrapUpOver(call(2))),
        is(
            "not torn out of a call by the end of a wrap-up",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            WRAPPED),
        is(
            "not torn out of a call by pressing ready",
            Presence.TALKING,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            READY),
        is(
            "untouched by another offer's withdrawal",
            Presence.OFFERED,
            HEADSET_ON,
            READY,
            OFFERED,
            new SecretarySignal.OfferWithdrawn(new UUID(4, 2))),
        is(
            "in wrap-up whatever becomes of the offer, the call or its end told twice",
            Presence.WRAP_UP,
            HEADSET_ON,
            READY,
            OFFERED,
            TAKEN,
            OVER,
            WITHDRAWN,
            MISSED,
            TORN,
            OVER),
        is(
            "untouched by another offer's miss",
            Presence.OFFERED,
            HEADSET_ON,
            READY,
            OFFERED,
            new SecretarySignal.OfferMissed(new UUID(4, 2))));
  }

  private static SecretarySignal phone(Telephone telephone) {
    return new SecretarySignal.TelephoneChanged(telephone);
  }

  private static Arguments is(String name, Presence presence, SecretarySignal... history) {
    return Arguments.of(name, List.of(history), presence);
  }

  @ParameterizedTest(name = "is {0}")
  @MethodSource("histories")
  void presence(String name, List<SecretarySignal> history, Presence expected) {
    assertThat(after(history).presence()).as(name).isEqualTo(expected);
  }

  @Test
  void keepsHerTurnWhenTheCallerHangsUpButNotWhenSheMisses() {
    SecretaryState ready = after(List.of(HEADSET_ON, READY));
    Instant later = NOON.plusSeconds(60);
    SecretaryState offered = ready.on(OFFERED, DeskRules.USUAL, later);
    assertThat(offered.on(WITHDRAWN, DeskRules.USUAL, later).idleSince())
        .isEqualTo(ready.idleSince());
    assertThat(offered.on(MISSED, DeskRules.USUAL, later).idleSince()).isEqualTo(later);
  }

  @Test
  void keepsHerTurnWhenSheSaysAgainThatSheIsReady() {
    SecretaryState ready = after(List.of(HEADSET_ON, READY));
    assertThat(ready.on(READY, DeskRules.USUAL, NOON.plusSeconds(60))).isEqualTo(ready);
    SecretaryState offered = ready.on(OFFERED, DeskRules.USUAL, NOON.plusSeconds(60));
    assertThat(offered.on(READY, DeskRules.USUAL, NOON.plusSeconds(70))).isEqualTo(offered);
  }

  @Test
  void hasTheWrapUpTimeForTheNoteAfterEachCall() {
    SecretaryState over = after(List.of(HEADSET_ON, READY, OFFERED, TAKEN));
    assertThat(over.on(OVER, DeskRules.USUAL, NOON).engagement())
        .isEqualTo(new Engagement.WrapUp(call(1), NOON.plus(DeskRules.USUAL.wrapUp())));
  }

  @Test
  void tellsWhichBreakComesNext() {
    SecretaryState talking = after(List.of(HEADSET_ON, READY, OFFERED, TAKEN, LUNCH));
    assertThat(talking.breakNext()).contains(BreakReason.LUNCH);
    assertThat(talking.breakReason()).isEmpty();
    assertThat(after(List.of(HEADSET_ON, LUNCH)).breakReason()).contains(BreakReason.LUNCH);
  }

  private static SecretaryState after(List<SecretarySignal> history) {
    SecretaryState state = SecretaryState.absent(LEA, HEALTH, NOON);
    Instant now = NOON;
    for (SecretarySignal signal : history) {
      now = now.plusSeconds(1);
      state = state.on(signal, DeskRules.USUAL, now);
    }
    return state;
  }
}
