package io.permanence.callrouter.floor;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.Ami;
import io.permanence.callrouter.ami.AsteriskStandIn;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.Presence;
import io.permanence.callrouter.desk.Profile;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a secretary by what her telephones do (B4). */
@ExtendWith(VertxExtension.class)
class StaffTest {
  private static final AccountId CAMILLE = AccountId.random();

  private final AsteriskStandIn asterisk = new AsteriskStandIn();
  private Context context;
  private Switchboard switchboard;
  private Staff staff;

  @BeforeEach
  void start(Vertx vertx) {
    context = vertx.getOrCreateContext();
    switchboard = new Switchboard(vertx, new Ami(vertx, context, asterisk.settings()));
    Telephones telephones = new Telephones(switchboard, Duration.ofSeconds(15));
    staff =
        new Staff(Clock.systemUTC(), DeskRules.USUAL, switchboard, telephones, new NoConsoles());
    staff.know(List.of(new Colleague(CAMILLE, "Camille", Profile.of(TeamId.random()))));
    switchboard.start();
    until(() -> switchboard.connected() && switchboard.listed());
  }

  @AfterEach
  void stop() throws IOException {
    await(switchboard.close());
    asterisk.close();
  }

  private void onDesk(Runnable work) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        ignored -> {
          work.run();
          done.complete();
        });
    await(done.future());
  }

  private SecretaryState camille() {
    return staff.state(CAMILLE).orElseThrow();
  }

  /** Her leg on that telephone comes to rest. */
  private void rests(String telephone) {
    String channel = "PJSIP/" + telephone + "-1";
    asterisk.tell(
        "Event: BridgeEnter",
        "BridgeUniqueid: idle",
        "Channel: " + channel,
        "Uniqueid: " + channel,
        "Context: desk-idle",
        "ChanVariable: PM_ROLE=secretary",
        "ChanVariable: PM_SECRETARY=" + CAMILLE);
    until(() -> switchboard.channels().byId(channel).isPresent());
  }

  /** At her browser, wanting calls. */
  private void takesCallsAt(String telephone) {
    onDesk(
        () -> {
          staff.choose(CAMILLE, Telephone.Kind.BROWSER, telephone);
          staff.change(CAMILLE, phone -> phone.withRegistered(true).withMicrophone(true));
          staff.wantsReady(CAMILLE);
        });
  }

  @Test
  void whoSignedOffIsNotBackBecauseHerTelephoneIsLate() {
    takesCallsAt("b-1");
    onDesk(() -> staff.signsOff(CAMILLE));
    rests("b-1");
    onDesk(() -> staff.rebuild());
    assertThat(camille().presence()).isEqualTo(Presence.SIGNED_OFF);
    onDesk(() -> staff.change(CAMILLE, phone -> phone.withResting(true)));
    onDesk(() -> staff.change(CAMILLE, phone -> phone.withResting(false)));
    assertThat(camille().presence()).isEqualTo(Presence.SIGNED_OFF);
  }

  @Test
  void whoHasNotComeBackSinceARestartIsNotThereBecauseHerLegIs() {
    rests("b-1");
    onDesk(() -> staff.rebuild());
    assertThat(camille().presence()).isEqualTo(Presence.SIGNED_OFF);
  }

  @Test
  void theLegOnTheTelephoneOfTheOtherComputerEndsWhenSheTakesThisOne() {
    takesCallsAt("b-1");
    rests("b-1");
    onDesk(() -> staff.rebuild());
    assertThat(camille().presence()).isEqualTo(Presence.READY);
    takesCallsAt("b-2");
    assertThat(camille().presence()).as("nothing rests here yet").isEqualTo(Presence.PREPARING);
    asterisk.await(
        1,
        action ->
            "Hangup".equals(action.get("Action")) && "PJSIP/b-1-1".equals(action.get("Channel")));
  }
}
