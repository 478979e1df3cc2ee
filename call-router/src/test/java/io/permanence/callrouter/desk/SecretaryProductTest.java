package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Her presence is the product of session, telephone, microphone and wish: every combination. */
class SecretaryProductTest {
  private static final boolean[] BOTH = {false, true};

  private static List<Telephone> telephones() {
    List<Telephone> all = new ArrayList<>();
    for (Telephone.Kind kind : Telephone.Kind.values()) {
      for (boolean console : BOTH) {
        for (boolean registered : BOTH) {
          for (boolean microphone : BOTH) {
            for (boolean resting : BOTH) {
              all.add(new Telephone(kind, console, registered, microphone, resting));
            }
          }
        }
      }
    }
    return all;
  }

  private static SecretaryState with(Telephone telephone, boolean wantsCalls, boolean wantsBreak) {
    SecretaryState state =
        SecretaryState.absent(LEA, HEALTH, NOON)
            .on(new SecretarySignal.TelephoneChanged(telephone), DeskRules.USUAL, NOON);
    if (wantsCalls) {
      state = state.on(new SecretarySignal.WantsReady(), DeskRules.USUAL, NOON);
    }
    return wantsBreak
        ? state.on(new SecretarySignal.WantsBreak(BreakReason.REST), DeskRules.USUAL, NOON)
        : state;
  }

  @Test
  void sheIsReadyExactlyWhenSheWantsCallsAndSoundCanFlow() {
    assertThat(telephones()).hasSize(48);
    for (Telephone phone : telephones()) {
      boolean browser =
          phone.kind() == Telephone.Kind.BROWSER
              && phone.console()
              && phone.registered()
              && phone.microphone()
              && phone.resting();
      boolean desk = phone.kind() == Telephone.Kind.DESK && phone.console() && phone.registered();
      assertThat(with(phone, true, false).presence())
          .as(phone.toString())
          .isEqualTo(browser || desk ? Presence.READY : Presence.PREPARING);
    }
  }

  @Test
  void withoutTheWishNoTelephoneMakesHerReadyAndABreakIsABreakWithAny() {
    for (Telephone phone : telephones()) {
      assertThat(with(phone, false, false).presence()).isEqualTo(Presence.PREPARING);
      assertThat(with(phone, true, true).presence()).isEqualTo(Presence.BREAK);
      assertThat(with(phone, true, true).breakReason()).contains(BreakReason.REST);
    }
  }

  @Test
  void signedOffNothingCounts() {
    for (Telephone phone : telephones()) {
      assertThat(
              with(phone, true, false)
                  .on(new SecretarySignal.SignsOff(), DeskRules.USUAL, NOON)
                  .presence())
          .isEqualTo(Presence.SIGNED_OFF);
    }
  }
}
