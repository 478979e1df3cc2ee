package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.CallSignal.Accept;
import io.permanence.callrouter.desk.CallSignal.Blind;
import io.permanence.callrouter.desk.CallSignal.CallerJoined;
import io.permanence.callrouter.desk.CallSignal.CallerMetThird;
import io.permanence.callrouter.desk.CallSignal.Cancel;
import io.permanence.callrouter.desk.CallSignal.CardShown;
import io.permanence.callrouter.desk.CallSignal.CommandFailed;
import io.permanence.callrouter.desk.CallSignal.Complete;
import io.permanence.callrouter.desk.CallSignal.Confer;
import io.permanence.callrouter.desk.CallSignal.Consult;
import io.permanence.callrouter.desk.CallSignal.FoundAt;
import io.permanence.callrouter.desk.CallSignal.HandsetDown;
import io.permanence.callrouter.desk.CallSignal.HangUp;
import io.permanence.callrouter.desk.CallSignal.Hold;
import io.permanence.callrouter.desk.CallSignal.LegGone;
import io.permanence.callrouter.desk.CallSignal.LetGo;
import io.permanence.callrouter.desk.CallSignal.Offer;
import io.permanence.callrouter.desk.CallSignal.Park;
import io.permanence.callrouter.desk.CallSignal.ParkedTooLong;
import io.permanence.callrouter.desk.CallSignal.PickUp;
import io.permanence.callrouter.desk.CallSignal.PickUpExpired;
import io.permanence.callrouter.desk.CallSignal.Press;
import io.permanence.callrouter.desk.CallSignal.Resume;
import io.permanence.callrouter.desk.CallSignal.SecretaryLegRests;
import io.permanence.callrouter.desk.CallSignal.ThirdAnswered;
import io.permanence.callrouter.desk.CallSignal.ThirdFailed;
import io.permanence.callrouter.desk.CallSignal.ThirdJoined;
import io.permanence.callrouter.desk.CallSignal.ToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.AddCaller;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.RestSecretary;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.SendDigits;
import io.permanence.callrouter.desk.DeskCommand.Telephony;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A call that is transferred, parked or joined by the customer")
class CallTransfersTest {
  private static final UUID OFFER = new UUID(4, 1);
  private static final ForwardingNumberId MOBILE = new ForwardingNumberId(new UUID(5, 1));
  private static final ForwardingNumberId OFFICE = new ForwardingNumberId(new UUID(5, 2));
  private static final Instant LATER = NOON.plusSeconds(180);
  private static final CallSignal BLIND = new Blind(MOBILE, 20);
  private static final CallSignal CLIMB = new Consult(MOBILE, 20, true);
  private static final CallSignal PARK = new Park(2, LATER);
  private static final CallSignal PICK_UP = new PickUp(CAMILLE, true, LATER);
  private static final CallSignal PICK_UP_RINGING = new PickUp(CAMILLE, false, LATER);
  private static final CallSignal CALLER_GONE = new LegGone(Leg.CALLER);
  private static final CallSignal SECRETARY_GONE = new LegGone(Leg.SECRETARY);
  private static final CallSignal THIRD_GONE = new LegGone(Leg.THIRD);
  private static final Onward THEN_OFFICE = new Onward.Ring(OFFICE, 15);
  private static final Onward BACK = new Onward.Back();
  private static final CallSignal BUSY_THEN_OFFICE =
      new ThirdFailed(MOBILE, Outcome.BUSY, THEN_OFFICE);
  private static final CallSignal OFFICE_AGAIN = new ThirdFailed(OFFICE, Outcome.BUSY, THEN_OFFICE);
  private static final CallSignal EXHAUSTED = new ThirdFailed(MOBILE, Outcome.NO_ANSWER, BACK);
  private static final Bridge CONNECT = new Bridge(Leg.CALLER, Leg.SECRETARY);
  private static final Bridge PUT_TOGETHER = new Bridge(Leg.CALLER, Leg.THIRD);
  private static final DeskCommand.HangUp DROP_THIRD = new DeskCommand.HangUp(Leg.THIRD);
  private static final DeskCommand.HangUp DROP_CALLER = new DeskCommand.HangUp(Leg.CALLER);
  private static final RedirectToHold MUSIC = new RedirectToHold();
  private static final List<CallSignal> TALK =
      List.of(
          new Offer(OFFER, LEA, NOON.plusSeconds(15), true),
          new CardShown(OFFER),
          new Accept(OFFER),
          new CallerJoined());
  private static final List<CallSignal> CONSULTED =
      and(TALK, new Consult(MOBILE, 20, false), new ThirdAnswered(MOBILE), new ThirdJoined());
  private static final List<CallSignal> CONFERENCE = and(CONSULTED, new Confer());
  private static final List<CallSignal> RINGING = and(TALK, BLIND);
  private static final List<CallSignal> JOINING = and(RINGING, new ThirdAnswered(MOBILE));
  private static final List<CallSignal> LEFT_RINGING = and(RINGING, new LetGo());
  private static final List<CallSignal> PARKED = and(TALK, PARK);
  private static final List<CallSignal> PICKING = and(PARKED, PICK_UP);

  /** History, then the last signal: where it leads and what Asterisk is told by the last one. */
  static Stream<Arguments> blind() {
    OriginateThird office = new OriginateThird(OFFICE, 15, true);
    return Stream.of(
        leads(
            "from the talk",
            TALK,
            BLIND,
            "Transferring",
            MUSIC,
            new OriginateThird(MOBILE, 20, true)),
        leads(
            "from hold",
            and(TALK, new Hold()),
            BLIND,
            "Transferring",
            new OriginateThird(MOBILE, 20, true)),
        leads("asked twice", RINGING, BLIND, "Transferring"),
        leads("busy, next", RINGING, BUSY_THEN_OFFICE, "Transferring", office),
        leads("exhausted: hers, on hold", RINGING, EXHAUSTED, "Held"),
        leads(
            "the ladder ends in voicemail",
            RINGING,
            new ThirdFailed(MOBILE, Outcome.NO_ANSWER, new Onward.Voicemail()),
            "Over",
            new RedirectToVoicemail()),
        leads("answered", RINGING, new ThirdAnswered(MOBILE), "Transferring", PUT_TOGETHER),
        leads("connected", JOINING, new CallerMetThird(), "PutThrough"),
        leads("gone before being connected", JOINING, THIRD_GONE, "Held"),
        leads(
            "could not be connected", JOINING, new CommandFailed(PUT_TOGETHER), "Held", DROP_THIRD),
        leads("cancelled", RINGING, new Cancel(), "Talking", CONNECT, DROP_THIRD),
        leads(
            "cancelled as the customer answers",
            JOINING,
            new Cancel(),
            "Talking",
            CONNECT,
            DROP_THIRD),
        leads(
            "answered just after the cancellation",
            and(RINGING, new Cancel()),
            new ThirdAnswered(MOBILE),
            "Talking"),
        leads(
            "connected just after the cancellation",
            and(JOINING, new Cancel()),
            new CallerMetThird(),
            "Talking"),
        leads(
            "the given-up connection fails",
            and(JOINING, new Cancel()),
            new CommandFailed(PUT_TOGETHER),
            "Talking"),
        leads("the caller hangs up", RINGING, CALLER_GONE, "Over", DROP_THIRD),
        leads("the caller hangs up at the answer", JOINING, CALLER_GONE, "Over", DROP_THIRD),
        leads("she lets go", RINGING, new LetGo(), "Transferring"),
        leads("her telephone dies", RINGING, SECRETARY_GONE, "Transferring"),
        leads("she puts the handset down", RINGING, new HandsetDown(), "Transferring"),
        leads("busy after she let go", LEFT_RINGING, BUSY_THEN_OFFICE, "Transferring", office),
        leads(
            "exhausted after she let go: the desk",
            LEFT_RINGING,
            EXHAUSTED,
            "Waiting",
            new MarkSlot(0)),
        leads("caller gone after she let go", LEFT_RINGING, CALLER_GONE, "Over", DROP_THIRD),
        leads("hung up", RINGING, new HangUp(), "Over", DROP_CALLER, DROP_THIRD),
        leads(
            "to voicemail",
            RINGING,
            new ToVoicemail(),
            "Over",
            new RedirectToVoicemail(),
            DROP_THIRD),
        leads(
            "announced, busy, next",
            and(TALK, CLIMB),
            BUSY_THEN_OFFICE,
            "Consulting",
            new OriginateThird(OFFICE, 15, false)),
        leads(
            "announced, one number only",
            and(TALK, new Consult(MOBILE, 20, false)),
            BUSY_THEN_OFFICE,
            "Held"),
        leads(
            "announced, the ladder says voicemail: she decides",
            and(TALK, CLIMB),
            new ThirdFailed(MOBILE, Outcome.BUSY, new Onward.Voicemail()),
            "Held"),
        leads(
            "cancelled as the number turned out busy",
            and(TALK, CLIMB, EXHAUSTED),
            new Cancel(),
            "Talking",
            CONNECT));
  }

  static Stream<Arguments> parking() {
    return Stream.of(
        leads("from the talk", TALK, PARK, "Parked", MUSIC, new MarkSlot(2)),
        leads("from hold", and(TALK, new Hold()), PARK, "Parked", new MarkSlot(2)),
        leads("asked twice", PARKED, PARK, "Parked"),
        leads("the caller hangs up", PARKED, CALLER_GONE, "Over"),
        leads("her telephone no longer matters", PARKED, SECRETARY_GONE, "Parked"),
        leads("too long", PARKED, new ParkedTooLong(), "Waiting", new MarkSlot(0)),
        leads("picked up by a colleague", PARKED, PICK_UP, "PickingUp", CONNECT),
        leads(
            "picked up with a desk phone",
            PARKED,
            PICK_UP_RINGING,
            "PickingUp",
            new RingSecretary(CAMILLE)),
        leads(
            "the handset is lifted",
            and(PARKED, PICK_UP_RINGING),
            new SecretaryLegRests(),
            "PickingUp",
            CONNECT),
        leads("connected", PICKING, new CallerJoined(), "Talking"),
        leads("picked up twice", PICKING, PICK_UP, "PickingUp"),
        leads("not taken after all", PICKING, new Cancel(), "Parked", MUSIC, new MarkSlot(2)),
        leads(
            "the picker's telephone dies",
            PICKING,
            SECRETARY_GONE,
            "Parked",
            MUSIC,
            new MarkSlot(2)),
        leads(
            "the desk phone is not lifted",
            and(PARKED, PICK_UP_RINGING),
            new PickUpExpired(),
            "Parked",
            new MarkSlot(2)),
        leads(
            "the desk phone refuses",
            and(PARKED, PICK_UP_RINGING),
            new CommandFailed(new RingSecretary(CAMILLE)),
            "Parked",
            new MarkSlot(2)),
        leads(
            "Asterisk cannot connect",
            PICKING,
            new CommandFailed(CONNECT),
            "Parked",
            MUSIC,
            new MarkSlot(2)),
        leads("too long ends while it is picked up", PICKING, new ParkedTooLong(), "PickingUp"),
        leads("the caller hangs up at the pick-up", PICKING, CALLER_GONE, "Over"));
  }

  static Stream<Arguments> conferences() {
    return Stream.of(
        leads("begun", CONSULTED, new Confer(), "Conference", new AddCaller()),
        leads("asked twice", CONFERENCE, new Confer(), "Conference"),
        leads(
            "the caller cannot be added",
            CONFERENCE,
            new CommandFailed(new AddCaller()),
            "Consulting"),
        leads("she leaves", CONFERENCE, new Complete(), "PutThrough", new RestSecretary()),
        leads(
            "she cannot leave",
            and(CONFERENCE, new Complete()),
            new CommandFailed(new RestSecretary()),
            "Conference"),
        leads("her telephone dies", CONFERENCE, SECRETARY_GONE, "PutThrough"),
        leads("handset down is leaving", CONFERENCE, new HandsetDown(), "PutThrough"),
        leads("the customer leaves", CONFERENCE, THIRD_GONE, "Talking", CONNECT),
        leads("she ends it", CONFERENCE, new Cancel(), "Talking", DROP_THIRD, CONNECT),
        leads("the caller leaves", CONFERENCE, CALLER_GONE, "Over", DROP_THIRD),
        leads("the caller to music", CONFERENCE, new Hold(), "Consulting", MUSIC),
        leads(
            "the caller cannot be held",
            and(CONFERENCE, new Hold()),
            new CommandFailed(MUSIC),
            "Conference"),
        leads("hung up for all", CONFERENCE, new HangUp(), "Over", DROP_CALLER, DROP_THIRD),
        leads(
            "keys go to the customer",
            CONFERENCE,
            new Press(new Digits("1#")),
            "Conference",
            new SendDigits(Leg.THIRD, new Digits("1#"))),
        leads(
            "keys go to the caller she hears",
            TALK,
            new Press(new Digits("42*")),
            "Talking",
            new SendDigits(Leg.CALLER, new Digits("42*"))));
  }

  /** What the picture of Asterisk says after an outage counts. */
  static Stream<Arguments> found() {
    return Stream.of(
        leads("talking with her", PICKING, new FoundAt(new Stage.Talking(CAMILLE)), "Talking"),
        leads("the same", TALK, new FoundAt(new Stage.Talking(LEA)), "Talking"),
        leads(
            "talking after all, the customer's leg is ended",
            RINGING,
            new FoundAt(new Stage.Talking(LEA)),
            "Talking",
            DROP_THIRD),
        leads("in music", TALK, new FoundAt(new Stage.Held(LEA)), "Held"),
        leads("over stays over", and(TALK, CALLER_GONE), new FoundAt(new Stage.Held(LEA)), "Over"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"blind", "parking", "conferences", "found"})
  void step(
      String name, List<CallSignal> history, CallSignal last, String stage, List<Telephony> told) {
    Step.Done done = done(after(history).on(last, NOON));
    assertThat(done.next().stage().getClass().getSimpleName()).as(name).isEqualTo(stage);
    assertThat(done.commands().stream().filter(Telephony.class::isInstance).toList())
        .isEqualTo(told);
  }

  static Stream<Arguments> refusals() {
    CallSignal keys = new Press(new Digits("1"));
    return Stream.of(
        refusal("blind without caller", List.of(), BLIND, Step.Refusal.NEEDS_CALLER),
        refusal("blind in a consultation", CONSULTED, BLIND, Step.Refusal.NEEDS_NOBODY_ELSE),
        refusal("a consultation in a transfer", RINGING, CLIMB, Step.Refusal.NEEDS_NOBODY_ELSE),
        refusal("letting go of a talk", TALK, new LetGo(), Step.Refusal.NEEDS_TRANSFER),
        refusal(
            "taking back what she let go",
            LEFT_RINGING,
            new Cancel(),
            Step.Refusal.NEEDS_CONSULTATION),
        refusal(
            "hanging up what she let go", LEFT_RINGING, new HangUp(), Step.Refusal.NEEDS_CALLER),
        refusal("parking a consultation", CONSULTED, PARK, Step.Refusal.NEEDS_NOBODY_ELSE),
        refusal("parking in a conference", CONFERENCE, PARK, Step.Refusal.NEEDS_NOBODY_ELSE),
        refusal("picking up a talk", TALK, PICK_UP, Step.Refusal.NEEDS_PARKED_CALL),
        refusal(
            "picking up what a colleague picks up",
            PICKING,
            new PickUp(LEA, true, LATER),
            Step.Refusal.NEEDS_PARKED_CALL),
        refusal("conference alone", TALK, new Confer(), Step.Refusal.NEEDS_CONSULTATION),
        refusal(
            "conference before the answer",
            and(TALK, CLIMB),
            new Confer(),
            Step.Refusal.NEEDS_CUSTOMER),
        refusal("keys on hold", and(TALK, new Hold()), keys, Step.Refusal.NEEDS_HEARER),
        refusal("keys while it rings", and(TALK, CLIMB), keys, Step.Refusal.NEEDS_HEARER),
        refusal("resuming a parked call", PARKED, new Resume(), Step.Refusal.NEEDS_CALLER));
  }

  @ParameterizedTest(name = "refuses {0}")
  @MethodSource("refusals")
  void refuses(String name, List<CallSignal> history, CallSignal wish, Step.Refusal why) {
    assertThat(after(history).on(wish, NOON)).as(name).isEqualTo(new Step.Refused(why));
  }

  @Test
  void whoComesBackFromTheParkingPlaceHasNotWaitedTheWholeTime() {
    CallControl call = after(PARKED);
    CallControl back = done(call.on(new ParkedTooLong(), LATER)).next();
    assertThat(back.stage()).isEqualTo(new Stage.Waiting(true));
    assertThat(back.waitingSince()).isEqualTo(LATER);
  }

  @Test
  void aLadderThatNeverEndsIsGivenUp() {
    CallControl call = after(RINGING);
    int rings = 0;
    while (call.stage() instanceof Stage.Transferring) {
      call = done(call.on(rings == 0 ? BUSY_THEN_OFFICE : OFFICE_AGAIN, NOON)).next();
      rings++;
      assertThat(rings).isLessThanOrEqualTo(40);
    }
    assertThat(call.stage()).isEqualTo(new Stage.Held(LEA));
  }

  @Test
  void theKeysPressedAreInNoLog() {
    assertThat(new Digits("1234").toString()).doesNotContain("1234");
  }

  private static CallControl after(List<CallSignal> history) {
    CallControl call = CallControl.arrived(call(1), NOON);
    for (CallSignal signal : history) {
      call = done(call.on(signal, NOON)).next();
    }
    return call;
  }

  private static Step.Done done(Step step) {
    assertThat(step).isInstanceOf(Step.Done.class);
    return (Step.Done) step;
  }

  private static List<CallSignal> and(List<CallSignal> history, CallSignal... more) {
    List<CallSignal> all = new ArrayList<>(history);
    all.addAll(List.of(more));
    return all;
  }

  private static Arguments leads(
      String name, List<CallSignal> history, CallSignal last, String stage, Telephony... told) {
    return Arguments.of(name, history, last, stage, List.of(told));
  }

  private static Arguments refusal(
      String name, List<CallSignal> history, CallSignal wish, Step.Refusal why) {
    return Arguments.of(name, history, wish, why);
  }
}
