package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.CallSignal.Blind;
import io.permanence.callrouter.desk.CallSignal.Consult;
import io.permanence.callrouter.desk.CallSignal.ThirdAnswered;
import io.permanence.callrouter.desk.CallSignal.ThirdFailed;
import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.SilenceOthers;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.ForwardingNumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Several numbers of the customer that ring at once")
class SimultaneousRungTest {
  private static final ForwardingNumberId MOBILE = new ForwardingNumberId(new UUID(5, 1));
  private static final ForwardingNumberId OFFICE = new ForwardingNumberId(new UUID(5, 2));
  private static final ForwardingNumberId HOME = new ForwardingNumberId(new UUID(5, 3));
  private static final Rung BOTH = new Rung(0, List.of(MOBILE, OFFICE), 20);
  private static final Onward THEN_HOME = new Onward.Ring(HOME, 15);
  private static final Onward BACK = new Onward.Back();

  @Test
  void allOfARungRingInABlindTransferAndInAConsultation() {
    assertThat(last(new Blind(BOTH)).commands()).contains(new OriginateThird(BOTH, true));
    assertThat(last(new Consult(BOTH, true)).commands()).contains(new OriginateThird(BOTH, false));
  }

  @Test
  void theFirstToAnswerIsConnectedAndTheOthersStopBefore() {
    Step.Done answered = last(new Blind(BOTH), new ThirdAnswered(OFFICE));
    assertThat(answered.commands())
        .containsExactly(new SilenceOthers(OFFICE), new Bridge(Leg.CALLER, Leg.THIRD));
    assertThat(reaching(answered).ringing().numbers()).containsExactly(OFFICE);
  }

  @Test
  void whoAnswersSecondIsIgnored() {
    Step.Done second = last(new Blind(BOTH), new ThirdAnswered(OFFICE), new ThirdAnswered(MOBILE));
    assertThat(second.commands()).isEmpty();
    assertThat(reaching(second).number()).isEqualTo(OFFICE);
  }

  @Test
  void aNumberThatFailsLeavesTheOthersRinging() {
    Step.Done one = last(new Blind(BOTH), new ThirdFailed(MOBILE, Outcome.BUSY, THEN_HOME));
    assertThat(one.commands()).isEmpty();
    assertThat(reaching(one).ringing().numbers()).containsExactly(OFFICE);
    assertThat(one.next().attempts()).extracting(Attempt::outcome).containsExactly(Outcome.BUSY);
  }

  @Test
  void theLastToFailLeadsOnAndTheJournalHasTheRungOnce() {
    Step.Done over =
        last(
            new Blind(BOTH),
            new ThirdFailed(MOBILE, Outcome.BUSY, BACK),
            new ThirdFailed(OFFICE, Outcome.REFUSED, THEN_HOME));
    assertThat(over.commands()).contains(new OriginateThird(HOME, 15, true));
    assertThat(over.commands())
        .contains(
            new DeskCommand.Journal(
                CallEventKind.LADDER_STEP,
                Map.of("number", MOBILE + "," + OFFICE, "outcome", "busy")));
  }

  @Test
  void theSameNumberDoesNotFailTwice() {
    ThirdFailed busy = new ThirdFailed(MOBILE, Outcome.BUSY, THEN_HOME);
    assertThat(last(new Blind(BOTH), busy, busy).commands()).isEmpty();
  }

  @Test
  void askingTwiceForTheConsultationChangesNothing() {
    assertThat(last(new Consult(BOTH, true), new Consult(BOTH, true)).commands()).isEmpty();
    assertThat(
            last(new Consult(BOTH, true), new ThirdAnswered(OFFICE), new Consult(BOTH, true))
                .commands())
        .isEmpty();
  }

  @Test
  void cancelledWhileTheyRingAllStop() {
    assertThat(last(new Consult(BOTH, true), new CallSignal.Cancel()).commands())
        .contains(new DeskCommand.HangUp(Leg.THIRD));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "BUSY, NO_ANSWER, NO_ANSWER",
    "NO_ANSWER, REFUSED, NO_ANSWER",
    "REFUSED, BUSY, BUSY",
    "FAILED, REFUSED, REFUSED",
    "FAILED, FAILED, FAILED",
  })
  void theRungHasTheBestOutcome(Outcome one, Outcome other, Outcome rung) {
    assertThat(Ringing.of(BOTH).without(MOBILE, one).without(OFFICE, other).outcome())
        .isEqualTo(rung);
  }

  private static Stage.Reaching reaching(Step.Done done) {
    return (Stage.Reaching) done.next().stage();
  }

  private static Step.Done last(CallSignal... more) {
    UUID offer = new UUID(4, 1);
    List<CallSignal> signals =
        new ArrayList<>(
            List.of(
                new CallSignal.Offer(offer, LEA, NOON.plusSeconds(15), true),
                new CallSignal.CardShown(offer),
                new CallSignal.Accept(offer),
                new CallSignal.CallerJoined()));
    signals.addAll(List.of(more));
    Step.Done done = new Step.Done(CallControl.arrived(call(1), NOON), List.of());
    for (CallSignal signal : signals) {
      done = (Step.Done) done.next().on(signal, NOON);
    }
    return done;
  }
}
