package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static io.permanence.callrouter.desk.DeskFixture.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.OriginateThird;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.journal.CallProgress;
import io.permanence.model.call.CallOutcome;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a call, in whatever order. */
class CallControlProperties {
  private static final UUID OFFER = new UUID(4, 1);
  private static final ForwardingNumberId MOBILE = new ForwardingNumberId(new UUID(5, 1));
  private static final ForwardingNumberId OFFICE = new ForwardingNumberId(new UUID(5, 2));
  private static final Rung BOTH = new Rung(0, List.of(MOBILE, OFFICE), 20);
  private static final int MOST_COMMANDS = 8;
  private static final List<CallSignal> TALK =
      List.of(
          new CallSignal.Offer(OFFER, LEA, NOON.plusSeconds(15), true),
          new CallSignal.CardShown(OFFER),
          new CallSignal.Accept(OFFER),
          new CallSignal.CallerJoined());

  /** Every signal there is, the fruitful ones more often. */
  @Provide
  static Arbitrary<List<CallSignal>> signals() {
    return Arbitraries.<CallSignal>of(
            new CallSignal.Offer(OFFER, LEA, NOON.plusSeconds(15), true),
            new CallSignal.Offer(OFFER, CAMILLE, NOON.plusSeconds(15), false),
            new CallSignal.CardShown(OFFER),
            new CallSignal.Accept(OFFER),
            new CallSignal.Decline(OFFER),
            new CallSignal.OfferExpired(OFFER),
            new CallSignal.SecretaryLegRests(),
            new CallSignal.CallerJoined(),
            new CallSignal.CallerJoined(),
            new CallSignal.Hold(),
            new CallSignal.Resume(),
            new CallSignal.Consult(MOBILE, 20, true),
            new CallSignal.Consult(OFFICE, 20, false),
            new CallSignal.Consult(BOTH, true),
            new CallSignal.Blind(MOBILE, 20),
            new CallSignal.Blind(BOTH),
            new CallSignal.LetGo(),
            new CallSignal.Complete(),
            new CallSignal.Cancel(),
            new CallSignal.Confer(),
            new CallSignal.Park(1, NOON.plusSeconds(180)),
            new CallSignal.PickUp(LEA, true, NOON.plusSeconds(15)),
            new CallSignal.PickUp(CAMILLE, false, NOON.plusSeconds(15)),
            new CallSignal.Press(new Digits("1")),
            new CallSignal.ToVoicemail(),
            new CallSignal.HangUp(),
            new CallSignal.ThirdAnswered(MOBILE),
            new CallSignal.ThirdAnswered(OFFICE),
            new CallSignal.ThirdJoined(),
            new CallSignal.ThirdJoined(),
            new CallSignal.CallerMetThird(),
            new CallSignal.ThirdFailed(MOBILE, Attempt.Outcome.BUSY, new Onward.Ring(OFFICE, 15)),
            new CallSignal.ThirdFailed(MOBILE, Attempt.Outcome.NO_ANSWER, new Onward.Back()),
            new CallSignal.ThirdFailed(OFFICE, Attempt.Outcome.BUSY, new Onward.Ring(BOTH)),
            new CallSignal.ThirdFailed(MOBILE, Attempt.Outcome.NO_ANSWER, new Onward.Voicemail()),
            new CallSignal.WaitedTooLong(),
            new CallSignal.ParkedTooLong(),
            new CallSignal.PickUpExpired(),
            new CallSignal.HandsetDown(),
            new CallSignal.LegGone(Leg.CALLER),
            new CallSignal.LegGone(Leg.SECRETARY),
            new CallSignal.LegGone(Leg.THIRD),
            new CallSignal.FoundAt(new Stage.Talking(LEA)),
            new CallSignal.FoundAt(new Stage.Held(CAMILLE)),
            new CallSignal.FoundAt(new Stage.Waiting(true)),
            new CallSignal.CommandFailed(new DeskCommand.Bridge(Leg.CALLER, Leg.SECRETARY)),
            new CallSignal.CommandFailed(new DeskCommand.Bridge(Leg.CALLER, Leg.THIRD)),
            new CallSignal.CommandFailed(new DeskCommand.Bridge(Leg.SECRETARY, Leg.THIRD)),
            new CallSignal.CommandFailed(new DeskCommand.RedirectToHold()),
            new CallSignal.CommandFailed(
                DeskCommand.RedirectToVoicemail.because("waited-too-long")),
            new CallSignal.CommandFailed(new DeskCommand.RingSecretary(CAMILLE)),
            new CallSignal.CommandFailed(new OriginateThird(MOBILE, 20, true)),
            new CallSignal.CommandFailed(new DeskCommand.AddCaller()),
            new CallSignal.CommandFailed(new DeskCommand.RestSecretary()),
            new CallSignal.CommandFailed(
                DeskCommand.RedirectToVoicemail.because("waited-too-long"), false),
            new CallSignal.CommandFailed(new DeskCommand.RestSecretary(), false))
        .list()
        .ofMaxSize(60);
  }

  /** The world that obeys and remembers. */
  private static final class World {
    CallControl call = CallControl.arrived(call(1), NOON);
    final Set<ForwardingNumberId> thirds = new HashSet<>();
    CallProgress progress =
        new CallProgress(CallProgress.Step.WAITING, false, true, CallOutcome.LOST);
    int ends;
    final Map<AccountId, SecretaryState> secretaries =
        new HashMap<>(Map.of(LEA, ready(LEA, HEALTH, 10), CAMILLE, ready(CAMILLE, HEALTH, 20)));

    void take(CallSignal signal) {
      end(signal);
      Step step = call.on(signal, NOON);
      if (!(step instanceof Step.Done done)) {
        return;
      }
      assertThat(done.commands()).hasSizeLessThanOrEqualTo(MOST_COMMANDS);
      call = done.next();
      done.commands().forEach(this::obey);
      if (signal instanceof CallSignal.LegGone gone && gone.leg() == Leg.CALLER) {
        hungUp();
      }
    }

    /** As the journal does when the caller's leg is gone, should nobody have said so. */
    private void hungUp() {
      if (!progress.over()) {
        obey(new Journal(progress.hangUp(), Map.of()));
      }
    }

    private void end(CallSignal signal) {
      if (signal instanceof CallSignal.ThirdFailed failed) {
        thirds.remove(failed.number());
      }
      if (signal instanceof CallSignal.LegGone gone && gone.leg() == Leg.THIRD) {
        thirds.clear();
      }
    }

    private void obey(DeskCommand command) {
      switch (command) {
        case OriginateThird originate -> {
          assertThat(thirds).as("the legs before would be owned by nobody").isEmpty();
          thirds.addAll(originate.rung().numbers());
        }
        case DeskCommand.SilenceOthers others -> thirds.retainAll(Set.of(others.answered()));
        case DeskCommand.HangUp hangUp when hangUp.leg() == Leg.THIRD -> thirds.clear();
        case Tell tell ->
            secretaries.computeIfPresent(
                tell.secretary(), (who, state) -> state.on(tell.signal(), DeskRules.USUAL, NOON));
        case Journal journal -> {
          Optional<CallProgress> after = progress.after(journal.kind());
          ends += after.isPresent() && after.get().over() && !progress.over() ? 1 : 0;
          progress = after.orElse(progress);
        }
        case DeskCommand other -> {}
      }
    }
  }

  @Property(tries = 3000)
  void noLegOfACustomerIsLeftWithoutACall(@ForAll("signals") List<CallSignal> signals) {
    World world = new World();
    TALK.forEach(world::take);
    for (CallSignal signal : signals) {
      world.take(signal);
      if (!world.thirds.isEmpty()) {
        assertThat(world.call.stage().hasThird())
            .as("%s after %s", world.call.stage(), signal)
            .isTrue();
      }
      if (world.call.stage() instanceof Stage.Reaching reaching) {
        assertThat(reaching.ringing().numbers()).containsAll(world.thirds);
      }
    }
  }

  @Property(tries = 3000)
  void eachCallHasAtMostOneEndAndExactlyOneOnceTheCallerIsGone(
      @ForAll("signals") List<CallSignal> signals) {
    World world = new World();
    signals.forEach(world::take);
    world.take(new CallSignal.LegGone(Leg.CALLER));
    assertThat(world.call.over()).isTrue();
    assertThat(world.ends).isEqualTo(1);
  }

  @Property(tries = 3000)
  void nobodyIsEngagedWithACallThatIsNotHersAndWhoHasItIsEngaged(
      @ForAll("signals") List<CallSignal> signals) {
    World world = new World();
    TALK.forEach(world::take);
    for (CallSignal signal : signals) {
      world.take(signal);
      world.secretaries.forEach(
          (who, state) -> {
            boolean engaged =
                state.engagement() instanceof Engagement.OnCall
                    || state.engagement() instanceof Engagement.Offered;
            boolean hers = world.call.stage().engages().filter(who::equals).isPresent();
            assertThat(engaged).as("%s after %s", world.call.stage(), signal).isEqualTo(hers);
          });
    }
  }
}
