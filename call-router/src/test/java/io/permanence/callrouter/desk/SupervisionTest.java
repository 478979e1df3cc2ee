package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.CallScenes.BLIND;
import static io.permanence.callrouter.desk.CallScenes.CONFERENCE;
import static io.permanence.callrouter.desk.CallScenes.CONSULTED;
import static io.permanence.callrouter.desk.CallScenes.LEFT_RINGING;
import static io.permanence.callrouter.desk.CallScenes.PARKED;
import static io.permanence.callrouter.desk.CallScenes.TALK;
import static io.permanence.callrouter.desk.CallScenes.and;
import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static io.permanence.callrouter.desk.DeskFixture.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Supervision.Mode;
import io.permanence.callrouter.desk.Supervision.Refusal;
import io.permanence.model.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Léa has the call; Sophie supervises. */
@DisplayName("A supervisor")
class SupervisionTest {
  private static final AccountId SOPHIE = new AccountId(new UUID(2, 3));

  private static Optional<Stage> stage(String name) {
    return switch (name) {
      case "none" -> Optional.empty();
      case "waiting" -> at(List.of());
      case "talking" -> at(TALK);
      case "held" -> at(and(TALK, new CallSignal.Hold()));
      case "consulting" -> at(CONSULTED);
      case "transferring" -> at(and(TALK, BLIND));
      case "let go" -> at(LEFT_RINGING);
      case "conference" -> at(CONFERENCE);
      case "put through" -> at(and(CONSULTED, new CallSignal.Complete()));
      case "parked" -> at(PARKED);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Optional<Stage> at(List<CallSignal> history) {
    return Optional.of(CallScenes.after(history).stage());
  }

  @ParameterizedTest(name = "while it is {0}: listens {1}, takes part {2}")
  @CsvSource({
    "waiting,      false, false",
    "talking,      true,  true",
    "held,         true,  false",
    "consulting,   true,  false",
    "transferring, false, false",
    "let go,       false, false",
    "conference,   true,  true",
    "put through,  false, false",
    "parked,       false, false",
  })
  void isThereAsLongAsTheCallIsHersAndThereIsSomethingToHear(
      String stage, boolean hears, boolean takesPart) {
    for (Mode mode : Mode.values()) {
      boolean expected = mode == Mode.BARGE ? takesPart : hears;
      Supervision ofLea = new Supervision(SOPHIE, LEA, mode, NOON);
      assertThat(ofLea.lasts(stage(stage).orElseThrow())).as("%s", mode).isEqualTo(expected);
      assertThat(Supervision.refusal(sophie("ready"), LEA, stage(stage), Optional.empty(), mode))
          .isEqualTo(expected ? Optional.empty() : Optional.of(Refusal.NEEDS_CONVERSATION));
      Supervision ofCamille = new Supervision(SOPHIE, CAMILLE, mode, NOON);
      assertThat(ofCamille.lasts(stage(stage).orElseThrow())).isFalse();
    }
  }

  @ParameterizedTest(name = "who is {0}, of {1} while {2}, beside {3}: {4}")
  @CsvSource({
    "ready,     Léa,     talking, ,        ",
    "ready,     Sophie,  talking, ,        ANOTHER_SECRETARY",
    "ready,     Léa,     none,    ,        NEEDS_CONVERSATION",
    "ready,     Camille, talking, ,        NEEDS_CONVERSATION",
    "ready,     Léa,     talking, Camille, NEEDS_NO_OTHER_SUPERVISOR",
    "ready,     Léa,     talking, Sophie,  ",
    "offered,   Léa,     talking, ,        NEEDS_FREE_SUPERVISOR",
    "talking,   Léa,     talking, ,        NEEDS_FREE_SUPERVISOR",
    "talking,   Léa,     talking, Sophie,  ",
    "wrapping,  Léa,     talking, ,        ",
    "preparing, Léa,     talking, ,        NEEDS_TELEPHONE",
  })
  void maySuperviseWhoTalksWhenSheIsFreeAndTheOnlyOne(
      String doing, String whom, String stage, @Nullable String other, @Nullable Refusal expected) {
    assertThat(
            Supervision.refusal(
                sophie(doing),
                account(whom),
                stage(stage),
                Optional.ofNullable(other)
                    .map(who -> new Supervision(account(who), LEA, Mode.LISTEN, NOON)),
                Mode.WHISPER))
        .isEqualTo(Optional.ofNullable(expected));
  }

  private static AccountId account(String name) {
    return switch (name) {
      case "Léa" -> LEA;
      case "Camille" -> CAMILLE;
      default -> SOPHIE;
    };
  }

  private static SecretaryState sophie(String doing) {
    SecretaryState ready = ready(SOPHIE, HEALTH, 30);
    SecretarySignal taken = new SecretarySignal.CallTaken(call(9));
    return switch (doing) {
      case "offered" -> on(ready, new SecretarySignal.Offered(call(9), new UUID(4, 9), NOON));
      case "talking" -> on(ready, taken);
      case "wrapping" -> on(on(ready, taken), new SecretarySignal.CallOver(call(9)));
      case "preparing" ->
          on(
              ready,
              new SecretarySignal.TelephoneChanged(DeskFixture.HEADSET.withRegistered(false)));
      default -> ready;
    };
  }

  private static SecretaryState on(SecretaryState state, SecretarySignal signal) {
    return state.on(signal, DeskRules.USUAL, NOON);
  }
}
