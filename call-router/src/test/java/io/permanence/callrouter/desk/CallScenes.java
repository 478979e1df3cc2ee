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
import io.permanence.callrouter.desk.CallSignal.CardShown;
import io.permanence.callrouter.desk.CallSignal.Confer;
import io.permanence.callrouter.desk.CallSignal.Consult;
import io.permanence.callrouter.desk.CallSignal.LegGone;
import io.permanence.callrouter.desk.CallSignal.LetGo;
import io.permanence.callrouter.desk.CallSignal.Offer;
import io.permanence.callrouter.desk.CallSignal.Park;
import io.permanence.callrouter.desk.CallSignal.PickUp;
import io.permanence.callrouter.desk.CallSignal.ThirdAnswered;
import io.permanence.callrouter.desk.CallSignal.ThirdFailed;
import io.permanence.callrouter.desk.CallSignal.ThirdJoined;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.Telephony;
import io.permanence.model.id.ForwardingNumberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.provider.Arguments;

/** A call brought to where a test begins, and the ways a step is told. */
final class CallScenes {
  static final UUID OFFER = new UUID(4, 1);
  static final ForwardingNumberId MOBILE = new ForwardingNumberId(new UUID(5, 1));
  static final ForwardingNumberId OFFICE = new ForwardingNumberId(new UUID(5, 2));
  static final Instant LATER = NOON.plusSeconds(180);
  static final CallSignal BLIND = new Blind(MOBILE, 20);
  static final CallSignal CLIMB = new Consult(MOBILE, 20, true);
  static final CallSignal PARK = new Park(2, LATER);
  static final CallSignal PICK_UP = new PickUp(CAMILLE, true, LATER);
  static final CallSignal PICK_UP_RINGING = new PickUp(CAMILLE, false, LATER);
  static final CallSignal CALLER_GONE = new LegGone(Leg.CALLER);
  static final CallSignal SECRETARY_GONE = new LegGone(Leg.SECRETARY);
  static final CallSignal THIRD_GONE = new LegGone(Leg.THIRD);
  static final Onward THEN_OFFICE = new Onward.Ring(OFFICE, 15);
  static final Onward BACK = new Onward.Back();
  static final CallSignal BUSY_THEN_OFFICE = new ThirdFailed(MOBILE, Outcome.BUSY, THEN_OFFICE);
  static final CallSignal OFFICE_AGAIN = new ThirdFailed(OFFICE, Outcome.BUSY, THEN_OFFICE);
  static final CallSignal EXHAUSTED = new ThirdFailed(MOBILE, Outcome.NO_ANSWER, BACK);
  static final Bridge CONNECT = new Bridge(Leg.CALLER, Leg.SECRETARY);
  static final Bridge PUT_TOGETHER = new Bridge(Leg.CALLER, Leg.THIRD);
  static final DeskCommand.HangUp DROP_THIRD = new DeskCommand.HangUp(Leg.THIRD);
  static final DeskCommand.HangUp DROP_CALLER = new DeskCommand.HangUp(Leg.CALLER);
  static final RedirectToHold MUSIC = new RedirectToHold();
  static final List<CallSignal> TALK =
      List.of(
          new Offer(OFFER, LEA, NOON.plusSeconds(15), true),
          new CardShown(OFFER),
          new Accept(OFFER),
          new CallerJoined());
  static final List<CallSignal> CONSULTED =
      and(TALK, new Consult(MOBILE, 20, false), new ThirdAnswered(MOBILE), new ThirdJoined());
  static final List<CallSignal> ADDING = and(CONSULTED, new Confer());
  static final List<CallSignal> CONFERENCE = and(ADDING, new CallerMetThird());
  static final List<CallSignal> RINGING = and(TALK, BLIND);
  static final List<CallSignal> JOINING = and(RINGING, new ThirdAnswered(MOBILE));
  static final List<CallSignal> LEFT_RINGING = and(RINGING, new LetGo());
  static final List<CallSignal> PARKED = and(TALK, PARK);
  static final List<CallSignal> PICKING = and(PARKED, PICK_UP);

  static CallControl after(List<CallSignal> history) {
    CallControl call = CallControl.arrived(call(1), NOON);
    for (CallSignal signal : history) {
      call = done(call.on(signal, NOON)).next();
    }
    return call;
  }

  static Step.Done done(Step step) {
    assertThat(step).isInstanceOf(Step.Done.class);
    return (Step.Done) step;
  }

  static List<CallSignal> and(List<CallSignal> history, CallSignal... more) {
    List<CallSignal> all = new ArrayList<>(history);
    all.addAll(List.of(more));
    return all;
  }

  static Arguments leads(
      String name, List<CallSignal> history, CallSignal last, String stage, Telephony... told) {
    return Arguments.of(name, history, last, stage, List.of(told));
  }

  static Arguments refusal(
      String name, List<CallSignal> history, CallSignal wish, Step.Refusal why) {
    return Arguments.of(name, history, wish, why);
  }

  private CallScenes() {}
}
