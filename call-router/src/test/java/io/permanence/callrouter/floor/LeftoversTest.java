package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AsteriskStandIn;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.journal.Office;
import io.permanence.callrouter.journal.Reply;
import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls whose end nobody heard end all the same, and no others do. */
@ExtendWith(VertxExtension.class)
class LeftoversTest {
  private static final String STRANGER = "33639980301";

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(io.permanence.callrouter.journal.Switchboard.MONDAY_TEN);
  private final CallId call = CallId.random();
  private io.permanence.callrouter.journal.Switchboard router;
  private Context context;
  private Switchboard switchboard;
  private Leftovers leftovers;

  @BeforeEach
  void start(Vertx vertx) {
    router = io.permanence.callrouter.journal.Switchboard.start(vertx, postgres.settings());
    context = vertx.getOrCreateContext();
    switchboard = new Switchboard(vertx, new Ami(vertx, context, asterisk.settings()));
    InstantSource source = now::get;
    leftovers =
        new Leftovers(
            vertx,
            switchboard,
            router.journal,
            router.journal::hungUp,
            source.withZone(java.time.ZoneOffset.UTC));
    switchboard.start();
    until(() -> switchboard.connected() && switchboard.listed());
  }

  @AfterEach
  void stop() throws IOException {
    await(switchboard.close());
    router.stop();
    asterisk.close();
    postgres.close();
  }

  private void ring() {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    until(
        () ->
            router.snapshots.byNumber(office.number).orElseThrow().instructions().stream()
                .anyMatch(each -> each.handling().ladder().size() == 1));
    assertThat(await(router.routing.route(call, "33199001001", STRANGER)))
        .isInstanceOf(Reply.Dial.class);
  }

  private boolean over() {
    return router.journal.progress(call).orElseThrow().over();
  }

  private void sweepAfter(int seconds) {
    now.updateAndGet(each -> each.plusSeconds(seconds));
    Promise<Void> swept = Promise.promise();
    context.runOnContext(
        ignored -> {
          leftovers.sweep(router.journal.up());
          swept.complete();
        });
    await(swept.future());
  }

  private int listings() {
    return (int)
        asterisk.heard().stream()
            .filter(each -> each.getOrDefault("Action", "").equals("CoreShowChannels"))
            .count();
  }

  @Test
  void aCallerWhoHungUpBeforeTheDecisionWasNotedIsLost() {
    ring();
    sweepAfter(0);
    sweepAfter(4);
    assertThat(over()).isFalse();
    sweepAfter(1);
    until(this::over);
    await(router.journal.drained());
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("LOST");
  }

  @Test
  void aCallerWhoHearsItRingIsAskedForAndStays() {
    asterisk.listing(List.of(call.toString()));
    ring();
    sweepAfter(0);
    int before = listings();
    sweepAfter(30);
    until(() -> listings() > before);
    until(() -> switchboard.channels().newest(call, "caller").isPresent());
    sweepAfter(30);
    assertThat(over()).isFalse();
    assertThat(listings()).isEqualTo(before + 1);
  }

  @Test
  void nobodyIsGivenUpWhileAsteriskCannotBeHeard() {
    ring();
    sweepAfter(0);
    asterisk.fallSilent();
    sweepAfter(30);
    assertThat(over()).isFalse();
  }

  @Test
  void aCallOfBeforeTheRestartThatOnlyRingsIsNoBrokenOne() {
    asterisk.listing(List.of(call.toString()));
    ring();
    now.updateAndGet(each -> each.plusSeconds(30));
    context.runOnContext(ignored -> leftovers.settle(router.journal.up()));
    until(() -> switchboard.channels().newest(call, "caller").isPresent());
    assertThat(over()).isFalse();
  }

  @Test
  void aCallThatAsteriskDoesNotHaveAfterTheRestartIsBroken() {
    ring();
    now.updateAndGet(each -> each.plusSeconds(30));
    context.runOnContext(ignored -> leftovers.settle(router.journal.up()));
    until(this::over);
    await(router.journal.drained());
    assertThat(office.texts("select kind from task where call_id = ?", call.value()))
        .containsExactly("DROPPED");
  }
}
