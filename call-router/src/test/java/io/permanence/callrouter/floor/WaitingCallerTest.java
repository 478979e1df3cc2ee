package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AsteriskStandIn;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.WaitingVoice;
import io.permanence.callrouter.journal.CallProgress;
import io.permanence.callrouter.journal.Office;
import io.permanence.model.id.CallId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caller at the desk whom nobody comes for, or nobody may come for. */
@ExtendWith(VertxExtension.class)
class WaitingCallerTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(io.permanence.callrouter.journal.Switchboard.MONDAY_TEN);
  private final CallId call = CallId.random();
  private io.permanence.callrouter.journal.Switchboard router;
  private Context context;
  private Switchboard switchboard;
  private Desk desk;

  @BeforeEach
  void start(Vertx vertx) {
    router = io.permanence.callrouter.journal.Switchboard.start(vertx, postgres.settings());
    context = vertx.getOrCreateContext();
    switchboard = new Switchboard(vertx, new Ami(vertx, context, asterisk.settings()));
    InstantSource source = now::get;
    desk =
        new Desk(
            vertx,
            context,
            source.withZone(ZoneOffset.UTC),
            DeskRules.USUAL,
            WaitingVoice.Rules.USUAL,
            switchboard,
            router.journal,
            router.legs,
            new NoConsoles(),
            (secretary, live) -> {},
            live -> Wanted.NOTHING,
            live -> "static/voicemail");
    desk.start();
    switchboard.start();
    until(() -> switchboard.connected() && switchboard.listed());
  }

  @AfterEach
  void stop() throws IOException {
    desk.stop();
    await(switchboard.close());
    router.stop();
    asterisk.close();
    postgres.close();
  }

  private void rings() {
    decided();
    desk.expect(router.expected.getFirst());
    isIn("desk-wait");
  }

  private void decided() {
    await(router.routing.route(call, office.number.e164().substring(1), "33639980301"));
    until(() -> router.expected.size() == 1);
  }

  private void isIn(String dialplan) {
    asterisk.tell(
        "Event: Newstate",
        "Channel: PJSIP/trunk-1",
        "Uniqueid: 1",
        "ChannelState: 6",
        "Context: " + dialplan,
        "ChanVariable: PM_CALL=" + call,
        "ChanVariable: PM_ROLE=caller");
    until(() -> switchboard.channels().byId("1").isPresent());
  }

  private static boolean isRedirect(Map<String, String> action) {
    return "Redirect".equals(action.get("Action"));
  }

  private void passes(int seconds) {
    now.updateAndGet(each -> each.plusSeconds(seconds));
  }

  private boolean waits() {
    Promise<Boolean> waits = Promise.promise();
    context.runOnContext(ignored -> waits.complete(!desk.waitingFor(Optional.empty()).isEmpty()));
    return await(waits.future());
  }

  private CallProgress.Step step() {
    return router.journal.progress(call).orElseThrow().step();
  }

  @Test
  void whomAsteriskWouldNotSendToVoicemailStaysInSightAndIsSentThereAgain() {
    asterisk.answering(action -> isRedirect(action) ? "Channel does not exist" : "");
    rings();
    passes(20);
    asterisk.await(1, WaitingCallerTest::isRedirect);
    until(this::waits);
    assertThat(step()).isEqualTo(CallProgress.Step.WAITING);
    asterisk.answering(action -> "");
    passes(10);
    asterisk.await(2, WaitingCallerTest::isRedirect);
    until(() -> step() == CallProgress.Step.VOICEMAIL);
    assertThat(waits()).isFalse();
  }

  /** The decision took longer than Asterisk waits, as in the first seconds of a busy start (R1). */
  @Test
  void whomTheFallbackHasIsNotFetchedFromThereByADecisionThatCameTooLate() {
    decided();
    isIn("arrive");
    asterisk.tell("Event: UserEvent", "UserEvent: Fallback", "Uniqueid: 1", "Call: " + call);
    until(() -> switchboard.channels().byId("1").orElseThrow().isWithFallback());
    desk.expect(router.expected.getFirst());
    assertThat(waits()).isFalse();
    assertThat(step()).isEqualTo(CallProgress.Step.OVER);
  }
}
