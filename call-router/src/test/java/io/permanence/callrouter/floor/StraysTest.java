package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AsteriskStandIn;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Profile;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Legs that belong to nobody are hung up, also late ones, and no others are. */
@ExtendWith(VertxExtension.class)
class StraysTest {
  private static final AccountId CAMILLE = AccountId.random();
  private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private final CallId call = CallId.random();
  private Context context;
  private Switchboard switchboard;
  private Staff staff;
  private Strays strays;

  @BeforeEach
  void start(Vertx vertx) {
    context = vertx.getOrCreateContext();
    switchboard = new Switchboard(vertx, new Ami(vertx, context, asterisk.settings()));
    Telephones telephones = new Telephones(switchboard, Duration.ofSeconds(15));
    staff =
        new Staff(Clock.systemUTC(), DeskRules.USUAL, switchboard, telephones, new NoConsoles());
    staff.know(List.of(new Colleague(CAMILLE, "Camille", Profile.of(TeamId.random()))));
    OpenCalls calls = new OpenCalls(switchboard, staff, live -> Wanted.NOTHING);
    strays = new Strays(switchboard, calls, staff);
    switchboard.start();
    until(() -> switchboard.connected() && switchboard.listed());
  }

  @AfterEach
  void stop() throws IOException {
    await(switchboard.close());
    asterisk.close();
  }

  /** Asterisk tells of a channel that is up. */
  private void told(String id, String context, String role, String... more) {
    List<String> lines =
        new java.util.ArrayList<>(
            List.of(
                "Event: Newstate",
                "Channel: PJSIP/x-" + id,
                "Uniqueid: " + id,
                "ChannelState: 6",
                "Context: " + context,
                "ChanVariable: PM_CALL=" + call,
                "ChanVariable: PM_ROLE=" + role));
    lines.addAll(List.of(more));
    asterisk.tell(lines.toArray(String[]::new));
    until(() -> switchboard.channels().byId(id).isPresent());
  }

  private void rests(String id, String bridge, String role) {
    asterisk.tell(
        "Event: BridgeEnter",
        "BridgeUniqueid: " + bridge,
        "Channel: PJSIP/x-" + id,
        "Uniqueid: " + id,
        "Context: desk-idle",
        "ChanVariable: PM_ROLE=" + role,
        "ChanVariable: PM_SECRETARY=" + CAMILLE);
    until(() -> switchboard.channels().in(bridge).stream().anyMatch(c -> c.id().equals(id)));
  }

  private void lookAt(Instant now) {
    Promise<Void> looked = Promise.promise();
    context.runOnContext(
        ignored -> {
          strays.hangUp(now);
          looked.complete();
        });
    await(looked.future());
  }

  private void camilleChooses(Telephone.Kind kind) {
    Promise<Void> chosen = Promise.promise();
    context.runOnContext(
        ignored -> {
          staff.choose(CAMILLE, kind, "camille");
          chosen.complete();
        });
    await(chosen.future());
  }

  /** What was hung up so far; the last word is a ping's, after which nothing is on its way. */
  private List<String> hungUp() {
    await(switchboard.press(() -> switchboard.channels().all().stream().findFirst(), "1"));
    return asterisk.heard().stream()
        .filter(action -> action.getOrDefault("Action", "").equals("Hangup"))
        .map(action -> action.get("Channel"))
        .toList();
  }

  @Test
  void aCustomersLegThatBeginsAfterItsCallWasOverIsHungUp() {
    lookAt(TEN);
    told("late", "desk-third", "third");
    lookAt(TEN.plusMillis(250));
    assertThat(hungUp()).containsExactly("PJSIP/x-late");
  }

  @Test
  void aCustomersLegWhoseCallWasNotTakenUpYetStaysAsLongAsItsCallerIsThere() {
    told("caller", "desk-wait", "caller");
    told("third", "desk-third", "third");
    lookAt(TEN);
    lookAt(TEN.plusSeconds(10));
    assertThat(hungUp()).isEmpty();
  }

  @Test
  void aCustomersLegWhoseCallerSpeaksToTheFallbackIsHungUp() {
    told("caller", "fallback", "caller");
    told("third", "desk-third", "third");
    lookAt(TEN);
    assertThat(hungUp()).containsExactly("PJSIP/x-third");
  }

  @Test
  void aLegThatIsStillThereAWhileAfterItWasHungUpIsHungUpAgain() {
    told("third", "desk-third", "third");
    lookAt(TEN);
    lookAt(TEN.plusSeconds(2));
    assertThat(hungUp()).hasSize(1);
    lookAt(TEN.plusSeconds(3));
    assertThat(hungUp()).hasSize(2);
  }

  @Test
  void aDeskPhoneThatRingsForNoOfferIsHungUp() {
    camilleChooses(Telephone.Kind.DESK);
    told("ringing", "desk-idle", "secretary", "ChanVariable: PM_SECRETARY=" + CAMILLE);
    lookAt(TEN);
    assertThat(hungUp()).containsExactly("PJSIP/x-ringing");
  }

  @Test
  void theLegOfASecretaryWhoDoesNotComeBackIsHungUpAfterHalfAMinute() {
    rests("camille", "idle", "secretary");
    lookAt(TEN);
    lookAt(TEN.plusSeconds(29));
    assertThat(hungUp()).isEmpty();
    lookAt(TEN.plusSeconds(30));
    assertThat(hungUp()).containsExactly("PJSIP/x-camille");
  }

  @Test
  void whoHasACallerThatWasNotTakenUpYetIsNotHungUpHoweverSoonHerConsoleIsBack() {
    camilleChooses(Telephone.Kind.DESK);
    told("caller", "desk-hold", "caller", "ChanVariable: PM_SECRETARY=" + CAMILLE);
    rests("camille", "idle", "secretary");
    lookAt(TEN);
    lookAt(TEN.plusSeconds(5));
    assertThat(hungUp()).isEmpty();
    asterisk.tell("Event: Hangup", "Channel: PJSIP/x-caller", "Uniqueid: caller", "Cause: 16");
    until(() -> switchboard.channels().byId("caller").isEmpty());
    lookAt(TEN.plusSeconds(6));
    assertThat(hungUp()).containsExactly("PJSIP/x-camille");
  }

  @Test
  void whoSpeaksWithACallerIsNotHungUpThoughHerConsoleIsAway() {
    told("caller", "desk-wait", "caller");
    rests("caller", "talk", "caller");
    rests("camille", "talk", "secretary");
    lookAt(TEN);
    lookAt(TEN.plusSeconds(300));
    assertThat(hungUp()).isEmpty();
  }

  @Test
  void ofTwoLegsOfOneTelephoneThatRestTheOlderIsHungUp() {
    camilleChooses(Telephone.Kind.BROWSER);
    rests("older", "idle", "secretary");
    rests("newer", "idle", "secretary");
    lookAt(TEN);
    assertThat(hungUp()).isEmpty();
    lookAt(TEN.plusSeconds(2));
    assertThat(hungUp()).containsExactly("PJSIP/x-older");
  }
}
