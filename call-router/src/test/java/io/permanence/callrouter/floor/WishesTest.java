package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AsteriskStandIn;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Digits;
import io.permanence.callrouter.desk.Profile;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.Step;
import io.permanence.callrouter.journal.Office;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose call it must be: Léa declined the call that Camille has. */
@ExtendWith(VertxExtension.class)
class WishesTest {
  private static final Instant TEN = io.permanence.callrouter.journal.Switchboard.MONDAY_TEN;
  private static final AccountId LEA = AccountId.random();
  private static final AccountId CAMILLE = AccountId.random();
  private static final ForwardingNumberId NUMBER = ForwardingNumberId.random();
  private static final UUID OFFER = UUID.randomUUID();

  private static final List<CallSignal.Wish> COMMANDS =
      List.of(
          new CallSignal.Hold(),
          new CallSignal.Resume(),
          new CallSignal.Consult(NUMBER, 20, false),
          new CallSignal.Blind(NUMBER, 20),
          new CallSignal.LetGo(),
          new CallSignal.Complete(),
          new CallSignal.Cancel(),
          new CallSignal.Confer(),
          new CallSignal.Park(1, TEN.plusSeconds(60)),
          new CallSignal.PickUp(LEA, true, TEN.plusSeconds(60)),
          new CallSignal.Press(new Digits("1")),
          new CallSignal.ToVoicemail(),
          new CallSignal.HangUp());

  private static final List<CallSignal.Wish> ANSWERS =
      List.of(new CallSignal.Accept(OFFER), new CallSignal.Decline(OFFER));

  private static final List<Stage> STAGES =
      List.of(
          new Stage.Waiting(false),
          new Stage.Offered(OFFER, CAMILLE, TEN, TEN.plusSeconds(15), false, true, false, true),
          new Stage.Talking(CAMILLE),
          new Stage.Held(CAMILLE),
          new Stage.Consulting(CAMILLE, NUMBER, Stage.Reaching.Progress.CONNECTED, false, TEN),
          new Stage.Conference(CAMILLE, NUMBER, true),
          new Stage.PutThrough(CAMILLE, NUMBER, true));

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private final CallId id = CallId.random();
  private io.permanence.callrouter.journal.Switchboard router;
  private Switchboard switchboard;
  private OpenCalls calls;
  private Wishes wishes;

  @BeforeEach
  void start(Vertx vertx) {
    router = io.permanence.callrouter.journal.Switchboard.start(vertx, postgres.settings());
    switchboard =
        new Switchboard(vertx, new Ami(vertx, vertx.getOrCreateContext(), asterisk.settings()));
    Clock clock = Clock.systemUTC();
    NoConsoles consoles = new NoConsoles();
    Telephones telephones = new Telephones(switchboard, Duration.ofSeconds(15));
    Staff staff = new Staff(clock, DeskRules.USUAL, switchboard, telephones, consoles);
    staff.know(
        List.of(
            new Colleague(LEA, "Léa", Profile.of(office.team)),
            new Colleague(CAMILLE, "Camille", Profile.of(office.team))));
    calls = new OpenCalls(switchboard, staff, live -> Wanted.NOTHING);
    Hands hands = new Hands(clock, switchboard, router.legs, telephones, live -> "voicemail");
    Steps steps =
        new Steps(clock, hands, staff, router.journal, consoles, router.legs, (who, live) -> {});
    wishes = new Wishes(clock, DeskRules.USUAL, calls, staff, steps, who -> {});
    await(router.routing.route(id, "33199001001", "33639980301"));
    until(() -> router.expected.size() == 1);
  }

  @AfterEach
  void stop() throws IOException {
    await(switchboard.close());
    router.stop();
    asterisk.close();
    postgres.close();
  }

  private DeskCall at(Stage stage) {
    CallControl control =
        new CallControl(
            id,
            stage,
            TEN,
            TEN,
            3,
            Optional.of(TEN),
            Optional.of(TEN),
            List.of(),
            Map.of(LEA, TEN));
    DeskCall call = new DeskCall(router.expected.getFirst(), control, TEN);
    calls.add(call);
    return call;
  }

  @Test
  void whoDeclinedACallCommandsItNoMore() {
    for (Stage stage : STAGES) {
      for (CallSignal.Wish command : COMMANDS) {
        DeskCall call = at(stage);
        CallControl before = call.control;
        assertThat(await(wishes.wish(LEA, id, command)))
            .as("%s while %s", command, stage)
            .isEqualTo(new WishOutcome.NotHers());
        assertThat(call.control).isEqualTo(before);
      }
      DeskCall call = at(stage);
      CallControl before = call.control;
      assertThat(await(wishes.park(LEA, id))).isEqualTo(new WishOutcome.NotHers());
      assertThat(await(wishes.pickUp(LEA, id))).isEqualTo(new WishOutcome.NotHers());
      assertThat(call.control).isEqualTo(before);
    }
  }

  @Test
  void whoDeclinedACallIsToldThatItsOfferIsGoneWhateverBecameOfIt() {
    for (Stage stage : STAGES) {
      for (CallSignal.Wish answer : ANSWERS) {
        DeskCall call = at(stage);
        CallControl before = call.control;
        assertThat(await(wishes.wish(LEA, id, answer)))
            .as("%s while %s", answer, stage)
            .isInstanceOfSatisfying(
                WishOutcome.Refused.class,
                refused -> assertThat(refused.why()).isEqualTo(Step.Refusal.OFFER_GONE));
        assertThat(call.control).isEqualTo(before);
      }
    }
  }

  @Test
  void noWishIsForgottenHere() {
    assertThat(COMMANDS.size() + ANSWERS.size())
        .isEqualTo(CallSignal.Wish.class.getPermittedSubclasses().length);
  }

  @Test
  void whoHasTheCallCommandsItAlsoAfterDecliningItOnce() {
    at(new Stage.Talking(LEA));
    assertThat(await(wishes.wish(LEA, id, new CallSignal.Resume())))
        .isInstanceOf(WishOutcome.Done.class);
  }
}
