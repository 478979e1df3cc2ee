package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.CAMILLE;
import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LAW;
import static io.permanence.callrouter.desk.DeskFixture.LEA;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static io.permanence.callrouter.desk.DeskFixture.ready;
import static io.permanence.callrouter.desk.DeskFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The desk")
class DeskPolicyTest {
  static Stream<Arguments> cases() {
    SecretaryState lea = ready(LEA, HEALTH, 90);
    SecretaryState camille = ready(CAMILLE, HEALTH, 30);
    SecretaryState lawyersCamille = ready(CAMILLE, LAW, 30);
    SecretaryState paused =
        lea.on(new SecretarySignal.WantsBreak(BreakReason.LUNCH), DeskRules.USUAL, NOON);
    SecretaryState talking =
        lea.on(new SecretarySignal.CallTaken(call(9)), DeskRules.USUAL, NOON.minusSeconds(90));
    SecretaryState leaving =
        talking.on(new SecretarySignal.WantsBreak(BreakReason.LUNCH), DeskRules.USUAL, NOON);
    SecretaryState missing =
        lea.on(
            new SecretarySignal.TelephoneChanged(DeskFixture.HEADSET.withRegistered(false)),
            DeskRules.USUAL,
            NOON.minusSeconds(19));
    SecretaryState missingForLong =
        lea.on(
            new SecretarySignal.TelephoneChanged(DeskFixture.HEADSET.withRegistered(false)),
            DeskRules.USUAL,
            NOON.minusSeconds(20));
    SecretaryState undecided =
        SecretaryState.absent(LEA, HEALTH, NOON)
            .on(new SecretarySignal.TelephoneChanged(DeskFixture.HEADSET), DeskRules.USUAL, NOON);
    return Stream.of(
        scene(
            "asks the secretary idle longest",
            List.of(waiting(1, 1)),
            List.of(camille, lea),
            offer(1, LEA)),
        scene(
            "serves who came first",
            List.of(waiting(2, 1), waiting(1, 9)),
            List.of(lea),
            offer(1, LEA)),
        scene(
            "serves two callers with two secretaries",
            List.of(waiting(2, 1), waiting(1, 9)),
            List.of(camille, lea),
            offer(1, LEA),
            offer(2, CAMILLE)),
        scene(
            "lets a VIP go before a stranger",
            List.of(waiting(1, 9), waiting(2, 1, true, Map.of())),
            List.of(lea),
            offer(2, LEA)),
        scene(
            "lets a stranger who waited longer than the head start go before a VIP",
            List.of(waiting(1, 70), waiting(2, 1, true, Map.of())),
            List.of(lea),
            offer(1, LEA)),
        scene(
            "lets who came first go before a VIP of the same turn",
            List.of(waiting(2, 1, true, Map.of()), waiting(1, 61)),
            List.of(lea),
            offer(1, LEA)),
        scene(
            "lets a caller who lost the secretary go before everybody",
            List.of(waiting(1, 200), waiting(2, 100, true, Map.of()), cutOff(3, 1)),
            List.of(lea),
            offer(3, LEA)),
        scene(
            "asks nobody when the only one has just declined",
            List.of(waiting(1, 19, false, Map.of(LEA, NOON.minusSeconds(9)))),
            lea),
        scene(
            "asks again who declined when nobody else is there",
            List.of(waiting(1, 19, false, Map.of(LEA, NOON.minusSeconds(10)))),
            List.of(lea),
            offer(1, LEA)),
        scene(
            "does not ask again who has just declined",
            List.of(waiting(1, 9, false, Map.of(LEA, NOON.minusSeconds(2)))),
            List.of(camille, lea),
            offer(1, CAMILLE)),
        scene(
            "prefers who has not declined",
            List.of(waiting(1, 19, false, Map.of(LEA, NOON.minusSeconds(11)))),
            List.of(lea, camille),
            offer(1, CAMILLE)),
        scene("keeps a call in its home team at first", List.of(waiting(1, 19)), lawyersCamille),
        scene(
            "lets the overflow team answer after a while",
            List.of(waiting(1, 20)),
            List.of(lawyersCamille),
            offer(1, CAMILLE)),
        scene("asks nobody on a break", List.of(waiting(1, 19)), paused),
        scene("waits for who talks", List.of(waiting(1, 299)), talking),
        scene(
            "gives up after the longest wait",
            List.of(waiting(1, 300)),
            List.of(talking),
            giveUp(1)),
        scene(
            "gives up soon when all are on a break",
            List.of(waiting(1, 20)),
            List.of(paused),
            giveUp(1)),
        scene(
            "gives up soon when a break follows her call",
            List.of(waiting(1, 20)),
            List.of(leaving),
            giveUp(1)),
        scene(
            "waits for a telephone that is gone since a moment", List.of(waiting(1, 60)), missing),
        scene(
            "gives up when the telephone does not come back",
            List.of(waiting(1, 60)),
            List.of(missingForLong),
            giveUp(1)),
        scene(
            "does not count who never wanted calls",
            List.of(waiting(1, 20)),
            List.of(undecided),
            giveUp(1)),
        scene(
            "keeps who waited long before a restart until secretaries had time to come back",
            List.of(waiting(1, 300).keptUntil(NOON.plusSeconds(1)))),
        scene(
            "gives up who waited long before a restart when nobody came back",
            List.of(waiting(1, 300).keptUntil(NOON)),
            List.of(),
            giveUp(1)),
        scene(
            "offers first who waited longest before a restart",
            List.of(waiting(1, 300).keptUntil(NOON.plusSeconds(20)), waiting(2, 10)),
            List.of(lea),
            offer(1, LEA)),
        scene(
            "gives up soon when all on duty work for other teams",
            List.of(waiting(1, 20)),
            List.of(ready(LEA, TeamId.random(), 90)),
            giveUp(1)),
        scene("waits a little for an empty desk", List.of(waiting(1, 19))),
        scene(
            "gives up soon when nobody is on duty",
            List.of(waiting(1, 20)),
            List.of(SecretaryState.absent(LEA, HEALTH, NOON)),
            giveUp(1)));
  }

  private static WaitingCall cutOff(int number, int seconds) {
    return new WaitingCall(
        call(number), List.of(HEALTH), NOON.minusSeconds(seconds), false, true, Map.of());
  }

  private static Move offer(int call, AccountId secretary) {
    return new Move(call(call), Optional.of(secretary));
  }

  private static Move giveUp(int call) {
    return new Move(call(call), Optional.empty());
  }

  /** Who gets which call; nobody when it is given up. */
  record Move(CallId call, Optional<AccountId> secretary) {
    static Move of(DeskMove move) {
      return switch (move) {
        case DeskMove.Offer offer -> new Move(offer.call(), Optional.of(offer.secretary()));
        case DeskMove.GiveUp giveUp -> new Move(giveUp.call(), Optional.empty());
      };
    }
  }

  private static Arguments scene(
      String name, List<WaitingCall> calls, List<SecretaryState> secretaries, Move... moves) {
    return Arguments.of(name, calls, secretaries, List.of(moves));
  }

  private static Arguments scene(
      String name, List<WaitingCall> calls, SecretaryState... secretaries) {
    return Arguments.of(name, calls, List.of(secretaries), List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void moves(
      String name, List<WaitingCall> calls, List<SecretaryState> secretaries, List<Move> expected) {
    assertThat(DeskPolicy.match(calls, secretaries, DeskRules.USUAL, NOON).stream().map(Move::of))
        .as(name)
        .containsExactlyElementsOf(expected);
  }
}
