package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallScenes.BLIND;
import static io.permanence.callrouter.desk.CallScenes.BUSY_THEN_OFFICE;
import static io.permanence.callrouter.desk.CallScenes.CALLER_GONE;
import static io.permanence.callrouter.desk.CallScenes.CLIMB;
import static io.permanence.callrouter.desk.CallScenes.CONFERENCE;
import static io.permanence.callrouter.desk.CallScenes.CONNECT;
import static io.permanence.callrouter.desk.CallScenes.CONSULTED;
import static io.permanence.callrouter.desk.CallScenes.DROP_CALLER;
import static io.permanence.callrouter.desk.CallScenes.DROP_THIRD;
import static io.permanence.callrouter.desk.CallScenes.EXHAUSTED;
import static io.permanence.callrouter.desk.CallScenes.JOINING;
import static io.permanence.callrouter.desk.CallScenes.LATER;
import static io.permanence.callrouter.desk.CallScenes.LEFT_RINGING;
import static io.permanence.callrouter.desk.CallScenes.MOBILE;
import static io.permanence.callrouter.desk.CallScenes.MUSIC;
import static io.permanence.callrouter.desk.CallScenes.OFFICE;
import static io.permanence.callrouter.desk.CallScenes.OFFICE_AGAIN;
import static io.permanence.callrouter.desk.CallScenes.PARK;
import static io.permanence.callrouter.desk.CallScenes.PARKED;
import static io.permanence.callrouter.desk.CallScenes.PICKING;
import static io.permanence.callrouter.desk.CallScenes.PICK_UP;
import static io.permanence.callrouter.desk.CallScenes.PUT_TOGETHER;
import static io.permanence.callrouter.desk.CallScenes.RINGING;
import static io.permanence.callrouter.desk.CallScenes.SECRETARY_GONE;
import static io.permanence.callrouter.desk.CallScenes.TALK;
import static io.permanence.callrouter.desk.CallScenes.THIRD_GONE;
import static io.permanence.callrouter.desk.CallScenes.after;
import static io.permanence.callrouter.desk.CallScenes.and;
import static io.permanence.callrouter.desk.CallScenes.done;
import static io.permanence.callrouter.desk.CallScenes.leads;
import static io.permanence.callrouter.desk.CallScenes.refusal;
import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static io.permanence.model.call.CallEventKind.ANSWERED;
import static io.permanence.model.call.CallEventKind.PICKED_UP;
import static io.permanence.model.call.CallEventKind.PUT_THROUGH;
import static io.permanence.model.call.CallEventKind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.CallSignal.CallerMetThird;
import io.permanence.callrouter.desk.CallSignal.Cancel;
import io.permanence.callrouter.desk.CallSignal.CommandFailed;
import io.permanence.callrouter.desk.CallSignal.Complete;
import io.permanence.callrouter.desk.CallSignal.Confer;
import io.permanence.callrouter.desk.CallSignal.Consult;
import io.permanence.callrouter.desk.CallSignal.FoundAt;
import io.permanence.callrouter.desk.CallSignal.HandsetDown;
import io.permanence.callrouter.desk.CallSignal.HangUp;
import io.permanence.callrouter.desk.CallSignal.Hold;
import io.permanence.callrouter.desk.CallSignal.LetGo;
import io.permanence.callrouter.desk.CallSignal.PickUp;
import io.permanence.callrouter.desk.CallSignal.Press;
import io.permanence.callrouter.desk.CallSignal.Resume;
import io.permanence.callrouter.desk.CallSignal.ThirdAnswered;
import io.permanence.callrouter.desk.CallSignal.ThirdFailed;
import io.permanence.callrouter.desk.CallSignal.ToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.MarkLetGo;
import io.permanence.callrouter.desk.DeskCommand.MarkSlot;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.Telephony;
import io.permanence.model.call.CallEventKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A call that is transferred")
class CallTransfersTest {
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
            RedirectToVoicemail.because("ladder")),
        leads(
            "Asterisk would not, and she has another call by now",
            and(RINGING, new ThirdFailed(MOBILE, Outcome.NO_ANSWER, new Onward.Voicemail())),
            new CommandFailed(RedirectToVoicemail.because("ladder"), false),
            "Waiting",
            new MarkSlot(0)),
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
        leads("she lets go", RINGING, new LetGo(), "Transferring", new MarkLetGo()),
        leads("her telephone dies", RINGING, SECRETARY_GONE, "Transferring", new MarkLetGo()),
        leads(
            "she puts the handset down",
            RINGING,
            new HandsetDown(),
            "Transferring",
            new MarkLetGo()),
        leads("she lets go twice", LEFT_RINGING, new LetGo(), "Transferring"),
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
            new RedirectToVoicemail(CallOffers.by(LEA)),
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
  @MethodSource({"blind", "found"})
  void step(
      String name, List<CallSignal> history, CallSignal last, String stage, List<Telephony> told) {
    Step.Done done = done(after(history).on(last, NOON));
    assertThat(done.next().stage().getClass().getSimpleName()).as(name).isEqualTo(stage);
    assertThat(done.commands().stream().filter(Telephony.class::isInstance).toList())
        .isEqualTo(told);
  }

  static Stream<Arguments> unheard() {
    List<CallSignal> offered = TALK.subList(0, 1);
    List<CallSignal> accepted = TALK.subList(0, 3);
    CallSignal talking = new FoundAt(new Stage.Talking(LEA));
    CallSignal conference = new FoundAt(new Stage.Conference(LEA, MOBILE, true));
    CallSignal together = new FoundAt(new Stage.PutThrough(LEA, MOBILE, true));
    return Stream.of(
        Arguments.of("answered while it was offered", offered, talking, List.of(ANSWERED)),
        Arguments.of("answered when she accepted", accepted, talking, List.of(ANSWERED)),
        Arguments.of(
            "answered, and the customer is there", accepted, conference, List.of(ANSWERED)),
        Arguments.of("picked up", PICKING, talking, List.of(PICKED_UP)),
        Arguments.of("put through", RINGING, together, List.of(PUT_THROUGH)),
        Arguments.of("put through from a consultation", CONSULTED, together, List.of(PUT_THROUGH)),
        Arguments.of("nothing new in a transfer", RINGING, talking, List.of()),
        Arguments.of("they met", and(CONSULTED, new Complete()), together, List.of()),
        Arguments.of("torn away", TALK, new FoundAt(new Stage.Waiting(true)), List.of(WAITING)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unheard")
  @DisplayName("What was done while nobody heard is in the journal")
  void journal(String name, List<CallSignal> history, CallSignal found, List<CallEventKind> noted) {
    assertThat(
            done(after(history).on(found, NOON)).commands().stream()
                .filter(Journal.class::isInstance)
                .map(command -> ((Journal) command).kind()))
        .as(name)
        .isEqualTo(noted);
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
}
