package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.CallSignal.Accept;
import io.permanence.callrouter.desk.CallSignal.CallerJoined;
import io.permanence.callrouter.desk.CallSignal.CallerMetThird;
import io.permanence.callrouter.desk.CallSignal.Cancel;
import io.permanence.callrouter.desk.CallSignal.CardShown;
import io.permanence.callrouter.desk.CallSignal.CommandFailed;
import io.permanence.callrouter.desk.CallSignal.Complete;
import io.permanence.callrouter.desk.CallSignal.Consult;
import io.permanence.callrouter.desk.CallSignal.Decline;
import io.permanence.callrouter.desk.CallSignal.HandsetDown;
import io.permanence.callrouter.desk.CallSignal.HangUp;
import io.permanence.callrouter.desk.CallSignal.Hold;
import io.permanence.callrouter.desk.CallSignal.LegGone;
import io.permanence.callrouter.desk.CallSignal.Offer;
import io.permanence.callrouter.desk.CallSignal.OfferExpired;
import io.permanence.callrouter.desk.CallSignal.Resume;
import io.permanence.callrouter.desk.CallSignal.SecretaryLegRests;
import io.permanence.callrouter.desk.CallSignal.ThirdAnswered;
import io.permanence.callrouter.desk.CallSignal.ThirdFailed;
import io.permanence.callrouter.desk.CallSignal.ThirdJoined;
import io.permanence.callrouter.desk.CallSignal.ToVoicemail;
import io.permanence.callrouter.desk.CallSignal.WaitedTooLong;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.RedirectToHold;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.Telephony;
import io.permanence.callrouter.desk.DeskCommand.WithdrawOffer;
import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.model.call.CallEventKind;
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

@DisplayName("A call at the desk")
class CallControlTest {
  private static final UUID OFFER = new UUID(4, 1);
  private static final ForwardingNumberId MOBILE = new ForwardingNumberId(new UUID(5, 1));
  private static final Instant UNTIL = NOON.plusSeconds(15);
  private static final CallSignal OFFERED = new Offer(OFFER, LEA, UNTIL, true);
  private static final CallSignal RINGING = new Offer(OFFER, LEA, UNTIL, false);
  private static final CallSignal SHOWN = new CardShown(OFFER);
  private static final CallSignal ACCEPTED = new Accept(OFFER);
  private static final CallSignal JOINED = new CallerJoined();
  private static final CallSignal CONSULT = new Consult(MOBILE, 20, false);
  private static final CallSignal CALLER_GONE = new LegGone(Leg.CALLER);
  private static final CallSignal SECRETARY_GONE = new LegGone(Leg.SECRETARY);
  private static final CallSignal THIRD_GONE = new LegGone(Leg.THIRD);
  private static final Bridge CONNECT = new Bridge(Leg.CALLER, Leg.SECRETARY);
  private static final DeskCommand.HangUp DROP_THIRD = new DeskCommand.HangUp(Leg.THIRD);
  private static final DeskCommand.HangUp DROP_CALLER = new DeskCommand.HangUp(Leg.CALLER);
  private static final DeskCommand.MarkSlot FREE = new DeskCommand.MarkSlot(0);
  private static final RedirectToVoicemail HER_VOICEMAIL =
      new RedirectToVoicemail(CallOffers.by(LEA));
  private static final List<CallSignal> TALK = List.of(OFFERED, SHOWN, ACCEPTED, JOINED);
  private static final List<CallSignal> CONSULTED =
      and(TALK, CONSULT, new ThirdAnswered(MOBILE), new ThirdJoined());

  /** History, then the last signal: where it leads and what Asterisk is told by the last one. */
  static Stream<Arguments> steps() {
    return Stream.of(
        leads("offered by the desk", List.of(), OFFERED, "Offered"),
        leads(
            "with a desk phone the offer rings",
            List.of(),
            RINGING,
            "Offered",
            new RingSecretary(LEA)),
        leads("not connected by the card alone", List.of(OFFERED), SHOWN, "Offered"),
        leads(
            "connected when the card is shown and she accepts",
            List.of(OFFERED, SHOWN),
            ACCEPTED,
            "Connecting",
            CONNECT),
        leads(
            "accepted twice is connected once",
            List.of(OFFERED, SHOWN, ACCEPTED),
            ACCEPTED,
            "Connecting"),
        leads(
            "lifting the handset accepts",
            List.of(RINGING, SHOWN),
            new SecretaryLegRests(),
            "Connecting",
            CONNECT),
        leads(
            "a lifted handset waits for the card",
            List.of(RINGING),
            new SecretaryLegRests(),
            "Offered"),
        leads(
            "and the card connects then",
            List.of(RINGING, new SecretaryLegRests()),
            SHOWN,
            "Connecting",
            CONNECT),
        leads(
            "talking when Asterisk says so", List.of(OFFERED, SHOWN, ACCEPTED), JOINED, "Talking"),
        leads("declined waits again", List.of(OFFERED), new Decline(OFFER), "Waiting"),
        leads("missed waits again", List.of(OFFERED), new OfferExpired(OFFER), "Waiting"),
        leads(
            "another offer's expiry is ignored",
            List.of(OFFERED),
            new OfferExpired(new UUID(4, 2)),
            "Offered"),
        leads(
            "an expiry after accepting is ignored",
            List.of(OFFERED, SHOWN, ACCEPTED),
            new OfferExpired(OFFER),
            "Connecting"),
        leads("lost while offered", List.of(OFFERED), CALLER_GONE, "Over"),
        leads("lost while being connected", List.of(OFFERED, SHOWN, ACCEPTED), CALLER_GONE, "Over"),
        leads("her telephone dies in the offer", List.of(OFFERED), SECRETARY_GONE, "Waiting"),
        leads(
            "an older leg goes while her phone rings", List.of(RINGING), SECRETARY_GONE, "Offered"),
        leads(
            "her telephone dies while connecting",
            List.of(OFFERED, SHOWN, ACCEPTED),
            SECRETARY_GONE,
            "Waiting"),
        leads(
            "Asterisk cannot connect",
            List.of(OFFERED, SHOWN, ACCEPTED),
            new CommandFailed(CONNECT),
            "Waiting"),
        leads("held", TALK, new Hold(), "Held", new RedirectToHold()),
        leads("held twice", and(TALK, new Hold()), new Hold(), "Held"),
        leads(
            "hold failed",
            and(TALK, new Hold()),
            new CommandFailed(new RedirectToHold()),
            "Talking"),
        leads("resumed", and(TALK, new Hold()), new Resume(), "Talking", CONNECT),
        leads(
            "resume failed",
            and(TALK, new Hold(), new Resume()),
            new CommandFailed(CONNECT),
            "Held"),
        leads(
            "consulting from the talk",
            TALK,
            CONSULT,
            "Consulting",
            new RedirectToHold(),
            new OriginateThird(MOBILE, 20, false)),
        leads(
            "consulting from hold",
            and(TALK, new Hold()),
            CONSULT,
            "Consulting",
            new OriginateThird(MOBILE, 20, false)),
        leads(
            "the customer answers",
            and(TALK, CONSULT),
            new ThirdAnswered(MOBILE),
            "Consulting",
            new Bridge(Leg.SECRETARY, Leg.THIRD)),
        leads(
            "the customer is busy",
            and(TALK, CONSULT),
            new ThirdFailed(MOBILE, Attempt.Outcome.BUSY, new Onward.Back()),
            "Held"),
        leads(
            "the number cannot be dialled",
            and(TALK, CONSULT),
            new CommandFailed(new OriginateThird(MOBILE, 20, false)),
            "Held",
            DROP_THIRD),
        leads(
            "cancelled while ringing",
            and(TALK, CONSULT),
            new Cancel(),
            "Talking",
            CONNECT,
            DROP_THIRD),
        leads(
            "cancelled while consulting", CONSULTED, new Cancel(), "Talking", CONNECT, DROP_THIRD),
        leads("the customer hangs up on the secretary", CONSULTED, THIRD_GONE, "Held"),
        leads(
            "put through",
            CONSULTED,
            new Complete(),
            "PutThrough",
            new Bridge(Leg.CALLER, Leg.THIRD)),
        leads(
            "put-through failed",
            and(CONSULTED, new Complete()),
            new CommandFailed(new Bridge(Leg.CALLER, Leg.THIRD)),
            "Waiting",
            DROP_THIRD,
            FREE),
        leads(
            "they met, whatever was answered",
            and(CONSULTED, new Complete(), new CallerMetThird()),
            new CommandFailed(new Bridge(Leg.CALLER, Leg.THIRD)),
            "PutThrough"),
        leads(
            "the caller hangs up on the customer",
            and(CONSULTED, new Complete()),
            CALLER_GONE,
            "Over",
            DROP_THIRD),
        leads(
            "the customer hangs up on the caller",
            and(CONSULTED, new Complete(), new CallerMetThird()),
            THIRD_GONE,
            "Over",
            DROP_CALLER),
        leads(
            "the customer hangs up before meeting the caller",
            and(CONSULTED, new Complete()),
            THIRD_GONE,
            "Waiting",
            FREE),
        leads(
            "the secretary's leg no longer matters then",
            and(CONSULTED, new Complete()),
            SECRETARY_GONE,
            "PutThrough"),
        leads("the caller hangs up", TALK, CALLER_GONE, "Over"),
        leads(
            "the caller hangs up in the consultation", CONSULTED, CALLER_GONE, "Over", DROP_THIRD),
        leads("her browser dies", TALK, SECRETARY_GONE, "Waiting", FREE),
        leads(
            "her browser dies in the consultation",
            CONSULTED,
            SECRETARY_GONE,
            "Waiting",
            FREE,
            DROP_THIRD),
        leads("handset down ends the call", TALK, new HandsetDown(), "Over", DROP_CALLER),
        leads(
            "handset down on hold gives the caller back",
            and(TALK, new Hold()),
            new HandsetDown(),
            "Waiting",
            FREE),
        leads("hung up", TALK, new HangUp(), "Over", DROP_CALLER),
        leads(
            "hung up in the consultation",
            CONSULTED,
            new HangUp(),
            "Over",
            DROP_CALLER,
            DROP_THIRD),
        leads("hung up twice", and(TALK, new HangUp()), new HangUp(), "Over"),
        leads("to voicemail", TALK, new ToVoicemail(), "Over", HER_VOICEMAIL),
        leads(
            "voicemail failed",
            and(TALK, new ToVoicemail()),
            new CommandFailed(HER_VOICEMAIL),
            "Held"),
        leads(
            "waited too long",
            List.of(),
            new WaitedTooLong(),
            "Over",
            RedirectToVoicemail.because("waited-too-long")),
        leads(
            "waited too long, and Asterisk would not",
            List.of(new WaitedTooLong()),
            new CommandFailed(RedirectToVoicemail.because("waited-too-long")),
            "Waiting"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void step(
      String name, List<CallSignal> history, CallSignal last, String stage, List<Telephony> told) {
    Step.Done done = done(after(history).on(last, NOON));
    assertThat(done.next().stage().getClass().getSimpleName()).as(name).isEqualTo(stage);
    assertThat(done.commands().stream().filter(Telephony.class::isInstance).toList())
        .isEqualTo(told);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "accepting before the card", List.of(OFFERED), ACCEPTED, Step.Refusal.CARD_NOT_SHOWN),
        Arguments.of("accepting what is gone", List.of(), ACCEPTED, Step.Refusal.OFFER_GONE),
        Arguments.of(
            "accepting after the caller left",
            List.of(OFFERED, CALLER_GONE),
            ACCEPTED,
            Step.Refusal.OFFER_GONE),
        Arguments.of(
            "declining another offer",
            List.of(OFFERED),
            new Decline(new UUID(4, 2)),
            Step.Refusal.OFFER_GONE),
        Arguments.of(
            "holding who is not there", List.of(OFFERED), new Hold(), Step.Refusal.NEEDS_CALLER),
        Arguments.of("resuming who waits", List.of(), new Resume(), Step.Refusal.NEEDS_CALLER),
        Arguments.of(
            "consulting without caller", List.of(OFFERED), CONSULT, Step.Refusal.NEEDS_CALLER),
        Arguments.of(
            "completing before the customer answers",
            and(TALK, CONSULT),
            new Complete(),
            Step.Refusal.NEEDS_CUSTOMER),
        Arguments.of(
            "hanging up an offer", List.of(OFFERED), new HangUp(), Step.Refusal.NEEDS_CALLER),
        Arguments.of(
            "voicemail after the end",
            and(TALK, CALLER_GONE),
            new ToVoicemail(),
            Step.Refusal.NEEDS_CALLER));
  }

  @ParameterizedTest(name = "refuses {0}")
  @MethodSource("refusals")
  void refuses(String name, List<CallSignal> history, CallSignal wish, Step.Refusal why) {
    assertThat(after(history).on(wish, NOON)).as(name).isEqualTo(new Step.Refused(why));
  }

  @Test
  void aCallerWhoHangsUpTakesTheOfferAway() {
    Step.Done done = done(after(List.of(OFFERED)).on(CALLER_GONE, NOON));
    assertThat(done.commands()).contains(new WithdrawOffer(LEA, OFFER, Withdrawal.CALLER_HUNG_UP));
    assertThat(kinds(done)).containsExactly(CallEventKind.LOST);
  }

  @Test
  void whoLostTheSecretaryGoesBeforeEverybodyElse() {
    CallControl back = after(and(TALK, SECRETARY_GONE));
    assertThat(back.stage()).isEqualTo(new Stage.Waiting(true));
    CallControl declined = after(and(TALK, SECRETARY_GONE, OFFERED, new Decline(OFFER)));
    assertThat(declined.stage()).isEqualTo(new Stage.Waiting(true));
    assertThat(declined.passes()).containsKey(LEA);
  }

  @Test
  void everyAttemptToReachTheCustomerIsKept() {
    CallControl call =
        after(
            and(
                TALK,
                CONSULT,
                new ThirdFailed(MOBILE, Attempt.Outcome.BUSY, new Onward.Back()),
                CONSULT,
                new ThirdAnswered(MOBILE),
                new ThirdJoined()));
    assertThat(call.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Attempt.Outcome.BUSY, Attempt.Outcome.ANSWERED);
  }

  private static List<CallEventKind> kinds(Step.Done done) {
    return done.commands().stream()
        .filter(Journal.class::isInstance)
        .map(command -> ((Journal) command).kind())
        .toList();
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
}
