package io.permanence.callrouter.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private final BlockingQueue<AmiEvent> events = new LinkedBlockingQueue<>();
  private final Ami ami = new Ami(vertx, context, asterisk.settings());
  private final Switchboard switchboard = new Switchboard(vertx, ami);

  @BeforeEach
  void connect() {
    switchboard.listen(events::add);
    switchboard.start();
    await(AmiEvent.ChannelsListed.class);
  }

  @AfterEach
  void close() throws IOException {
    await(vertx.close());
    asterisk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\nAction: Originate", "x\ny", "x\u0000y", "é", "x\u0085y"})
  void noTextCanForgeASecondCommand(String hostile) {
    assertThatThrownBy(() -> new AmiCommand.Bridge(hostile, "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AmiCommand.Redirect("a", hostile, "s"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AmiCommand.SetVariable("a", "PM_SOUND", hostile))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> originate(Optional.of(hostile), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> originate(Optional.empty(), Map.of("PM_CALL", hostile)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVariableCannotBringAnother() {
    assertThatThrownBy(() -> originate(Optional.empty(), Map.of("PM_CALL", "x,PM_ROLE=caller")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AmiCommand originate(Optional<String> caller, Map<String, String> variables) {
    return new AmiCommand.Originate(
        "id",
        new AmiCommand.Callee.Telephone("x"),
        "desk-idle",
        Duration.ofSeconds(1),
        caller,
        variables);
  }

  @Test
  void aRefusalIsToldApartFromSilence() {
    asterisk.answering(action -> action.containsKey("Channel1") ? "Unable to add" : "");
    Throwable refused = failure(ami.send(new AmiCommand.Bridge("a", "b")));
    assertThat(refused).isInstanceOf(AsteriskFailure.class);
    assertThat(((AsteriskFailure) refused).refused()).isTrue();
    asterisk.fallSilent();
    Throwable unanswered = failure(ami.send(new AmiCommand.Bridge("a", "b")));
    assertThat(((AsteriskFailure) unanswered).refused()).isFalse();
  }

  @Test
  void aCutConnectionIsMadeAnewAndThePictureToo() {
    enter("1.1", "PJSIP/trunk-1", "hold-1");
    await(AmiEvent.EnteredBridge.class);
    asterisk.cut();
    await(AmiEvent.Disconnected.class);
    await(AmiEvent.Connected.class);
    AmiEvent.HungUp gone = await(AmiEvent.HungUp.class);
    assertThat(gone.channel().id()).isEqualTo("1.1");
    await(AmiEvent.ChannelsListed.class);
    assertThat(switchboard.channels().all()).isEmpty();
  }

  @Test
  void whatIsToldOfALegAfterItsEndDoesNotBringItBack() {
    enter("1.1", "PJSIP/trunk-1", "hold-1");
    await(AmiEvent.EnteredBridge.class);
    asterisk.tell("Event: Hangup", "Channel: PJSIP/trunk-1", "Uniqueid: 1.1", "Cause: 16");
    asterisk.tell(
        "Event: BridgeLeave", "Channel: PJSIP/trunk-1", "Uniqueid: 1.1", "BridgeUniqueid: hold-1");
    enter("1.2", "PJSIP/trunk-2", "hold-2");
    await(AmiEvent.HungUp.class);
    assertThat(await(AmiEvent.EnteredBridge.class).channel().id()).isEqualTo("1.2");
    assertThat(switchboard.channels().all()).extracting(Channel::id).containsExactly("1.2");
  }

  @Test
  void anEventTellsWhoseLegItIs() {
    asterisk.tell(
        "Event: BridgeEnter",
        "Channel: PJSIP/trunk-1",
        "Uniqueid: 1.1",
        "Context: desk-wait",
        "BridgeUniqueid: b1",
        "BridgeName: desk-callers",
        "ChanVariable: PM_CALL=0b9d4a4e-6b0a-4f0e-8f6a-3e1b4f0f0a01",
        "ChanVariable: PM_ROLE=caller");
    Channel channel = await(AmiEvent.EnteredBridge.class).channel();
    assertThat(channel.is("caller")).isTrue();
    assertThat(channel.call().orElseThrow().toString()).startsWith("0b9d4a4e");
    assertThat(channel.bridge()).contains("b1");
  }

  @Test
  void aBridgeIsTriedAgainAndWaitsForBothLegsToRest() {
    enter("1.1", "PJSIP/trunk-1", "hold-1");
    enter("1.2", "PJSIP/camille-1", "hold-2");
    await(AmiEvent.EnteredBridge.class);
    await(AmiEvent.EnteredBridge.class);
    int[] refusals = {2};
    asterisk.answering(
        action -> action.containsKey("Channel1") && refusals[0]-- > 0 ? "Unable to add" : "");
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        ignored ->
            switchboard
                .fetch(leg("1.1"), leg("1.2"), leg -> Optional.empty(), () -> false)
                .onSuccess(done::complete)
                .onFailure(done::completeExceptionally));
    asterisk.await(3, action -> action.containsKey("Channel1"));
    assertThat(done).isNotDone();
    enter("1.1", "PJSIP/trunk-1", "both");
    enter("1.2", "PJSIP/camille-1", "both");
    done.orTimeout(5, TimeUnit.SECONDS).join();
    assertThat(asterisk.heard().stream().filter(each -> each.containsKey("Channel1"))).hasSize(3);
  }

  @Test
  void legsForWhichSoundIsMadeGoToAQuietPlaceBeforeTheyAreConnected() {
    Map<String, String> places = Map.of("1.1", "desk-fetched", "1.2", "desk-taking");
    enter("1.1", "PJSIP/trunk-1", "music");
    enter("1.2", "PJSIP/camille-1", "idle");
    await(AmiEvent.EnteredBridge.class);
    await(AmiEvent.EnteredBridge.class);
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        ignored ->
            switchboard
                .fetch(
                    leg("1.1"),
                    leg("1.2"),
                    leg -> Optional.ofNullable(places.get(leg.id())),
                    () -> false)
                .onSuccess(done::complete)
                .onFailure(done::completeExceptionally));
    asterisk.await(1, action -> "desk-fetched".equals(action.get("Context")));
    asterisk.await(1, action -> "desk-taking".equals(action.get("Context")));
    enter("1.1", "PJSIP/trunk-1", "fetched");
    await(AmiEvent.EnteredBridge.class);
    assertThat(asterisk.heard()).noneMatch(action -> action.containsKey("Channel1"));
    enter("1.2", "PJSIP/camille-1", "taking");
    asterisk.await(1, action -> action.containsKey("Channel1"));
    enter("1.1", "PJSIP/trunk-1", "both");
    enter("1.2", "PJSIP/camille-1", "both");
    done.orTimeout(5, TimeUnit.SECONDS).join();
  }

  private Supplier<Optional<Channel>> leg(String id) {
    return () -> switchboard.channels().byId(id);
  }

  private void enter(String id, String name, String bridge) {
    asterisk.tell(
        "Event: BridgeEnter", "Channel: " + name, "Uniqueid: " + id, "BridgeUniqueid: " + bridge);
  }

  private <T extends AmiEvent> T await(Class<T> type) {
    try {
      while (true) {
        AmiEvent event = events.poll(15, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("no " + type.getSimpleName());
        }
        if (type.isInstance(event)) {
          return type.cast(event);
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static Throwable failure(Future<?> future) {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    future
        .onSuccess(value -> failed.completeExceptionally(new AssertionError("succeeded")))
        .onFailure(failed::complete);
    return failed.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
