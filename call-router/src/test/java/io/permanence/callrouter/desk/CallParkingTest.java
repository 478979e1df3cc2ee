package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallScenes.ADDING;
import static io.permanence.callrouter.desk.CallScenes.CALLER_GONE;
import static io.permanence.callrouter.desk.CallScenes.CONFERENCE;
import static io.permanence.callrouter.desk.CallScenes.CONNECT;
import static io.permanence.callrouter.desk.CallScenes.CONSULTED;
import static io.permanence.callrouter.desk.CallScenes.DROP_CALLER;
import static io.permanence.callrouter.desk.CallScenes.DROP_THIRD;
import static io.permanence.callrouter.desk.CallScenes.LATER;
import static io.permanence.callrouter.desk.CallScenes.MUSIC;
import static io.permanence.callrouter.desk.CallScenes.PARK;
import static io.permanence.callrouter.desk.CallScenes.PARKED;
import static io.permanence.callrouter.desk.CallScenes.PICKING;
import static io.permanence.callrouter.desk.CallScenes.PICK_UP;
import static io.permanence.callrouter.desk.CallScenes.PICK_UP_RINGING;
import static io.permanence.callrouter.desk.CallScenes.PUT_TOGETHER;
import static io.permanence.callrouter.desk.CallScenes.SECRETARY_GONE;
import static io.permanence.callrouter.desk.CallScenes.TALK;
import static io.permanence.callrouter.desk.CallScenes.THIRD_GONE;
import static io.permanence.callrouter.desk.CallScenes.after;
import static io.permanence.callrouter.desk.CallScenes.and;
import static io.permanence.callrouter.desk.CallScenes.done;
import static io.permanence.callrouter.desk.CallScenes.leads;
import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.CallSignal.CallerJoined;
import io.permanence.callrouter.desk.CallSignal.CallerMetThird;
import io.permanence.callrouter.desk.CallSignal.Cancel;
import io.permanence.callrouter.desk.CallSignal.CommandFailed;
import io.permanence.callrouter.desk.CallSignal.Complete;
import io.permanence.callrouter.desk.CallSignal.Confer;
import io.permanence.callrouter.desk.CallSignal.HandsetDown;
import io.permanence.callrouter.desk.CallSignal.HangUp;
import io.permanence.callrouter.desk.CallSignal.Hold;
import io.permanence.callrouter.desk.CallSignal.ParkedTooLong;
import io.permanence.callrouter.desk.CallSignal.PickUpExpired;
import io.permanence.callrouter.desk.CallSignal.Press;
import io.permanence.callrouter.desk.CallSignal.SecretaryLegRests;
import io.permanence.callrouter.desk.DeskCommand.AddCaller;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.RestSecretary;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.SendDigits;
import io.permanence.callrouter.desk.DeskCommand.Telephony;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A call that is parked, or joined by the customer")
class CallParkingTest {
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
            "an older leg of the picker's goes while it rings",
            and(PARKED, PICK_UP_RINGING),
            SECRETARY_GONE,
            "PickingUp"),
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
            "the caller cannot be added", ADDING, new CommandFailed(new AddCaller()), "Consulting"),
        leads(
            "the caller is there, whatever was answered",
            CONFERENCE,
            new CommandFailed(new AddCaller()),
            "Conference"),
        leads(
            "she leaves before the caller has come",
            ADDING,
            new Complete(),
            "PutThrough",
            PUT_TOGETHER,
            new RestSecretary()),
        leads(
            "her telephone dies before the caller has come",
            ADDING,
            SECRETARY_GONE,
            "PutThrough",
            PUT_TOGETHER),
        leads(
            "the customer went with her before the caller had come",
            and(ADDING, SECRETARY_GONE),
            THIRD_GONE,
            "Waiting",
            new MarkSlot(0)),
        leads(
            "caller and customer could not be put together when she had left",
            and(ADDING, new Complete()),
            new CommandFailed(PUT_TOGETHER),
            "Waiting",
            DROP_THIRD,
            new MarkSlot(0)),
        leads(
            "the customer hangs up when the caller had come after she left",
            and(ADDING, new Complete(), new CallerMetThird()),
            THIRD_GONE,
            "Over",
            DROP_CALLER),
        leads("she leaves", CONFERENCE, new Complete(), "PutThrough", new RestSecretary()),
        leads(
            "she cannot leave",
            and(CONFERENCE, new Complete()),
            new CommandFailed(new RestSecretary()),
            "Conference"),
        leads(
            "she cannot leave, but has another call by now",
            and(CONFERENCE, new Complete()),
            new CommandFailed(new RestSecretary(), false),
            "PutThrough"),
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

  @ParameterizedTest(name = "{0}")
  @MethodSource({"parking", "conferences"})
  void step(
      String name, List<CallSignal> history, CallSignal last, String stage, List<Telephony> told) {
    Step.Done done = done(after(history).on(last, NOON));
    assertThat(done.next().stage().getClass().getSimpleName()).as(name).isEqualTo(stage);
    assertThat(done.commands().stream().filter(Telephony.class::isInstance).toList())
        .isEqualTo(told);
  }

  @Test
  void whoComesBackFromTheParkingPlaceHasNotWaitedTheWholeTime() {
    CallControl call = after(PARKED);
    CallControl back = done(call.on(new ParkedTooLong(), LATER)).next();
    assertThat(back.stage()).isEqualTo(new Stage.Waiting(true));
    assertThat(back.waitingSince()).isEqualTo(LATER);
  }
}
