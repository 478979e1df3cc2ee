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

import io.permanence.callrouter.desk.DeskMove.GiveUp;
import io.permanence.callrouter.desk.DeskMove.Offer;
import java.util.List;
import java.util.Map;
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
    return Stream.of(
        scene(
            "asks the secretary idle longest",
            List.of(waiting(1, 1)),
            List.of(camille, lea),
            new Offer(call(1), LEA)),
        scene(
            "serves who came first",
            List.of(waiting(2, 1), waiting(1, 9)),
            List.of(lea),
            new Offer(call(1), LEA)),
        scene(
            "serves two callers with two secretaries",
            List.of(waiting(2, 1), waiting(1, 9)),
            List.of(camille, lea),
            new Offer(call(1), LEA),
            new Offer(call(2), CAMILLE)),
        scene(
            "lets a VIP go before a stranger",
            List.of(waiting(1, 9), waiting(2, 1, true, Map.of())),
            List.of(lea),
            new Offer(call(2), LEA)),
        scene(
            "lets a stranger who waited longer than the head start go before a VIP",
            List.of(waiting(1, 70), waiting(2, 1, true, Map.of())),
            List.of(lea),
            new Offer(call(1), LEA)),
        scene(
            "does not ask again who has just declined",
            List.of(waiting(1, 9, false, Map.of(LEA, NOON.minusSeconds(2)))),
            List.of(camille, lea),
            new Offer(call(1), CAMILLE)),
        scene(
            "asks again who declined a while ago when nobody else is there",
            List.of(waiting(1, 19, false, Map.of(LEA, NOON.minusSeconds(11)))),
            List.of(lea),
            new Offer(call(1), LEA)),
        scene(
            "prefers who has not declined",
            List.of(waiting(1, 19, false, Map.of(LEA, NOON.minusSeconds(11)))),
            List.of(lea, camille),
            new Offer(call(1), CAMILLE)),
        scene("keeps a call in its home team at first", List.of(waiting(1, 19)), lawyersCamille),
        scene(
            "lets the overflow team answer after a while",
            List.of(waiting(1, 20)),
            List.of(lawyersCamille),
            new Offer(call(1), CAMILLE)),
        scene("asks nobody on a break", List.of(waiting(1, 30)), paused),
        scene(
            "gives up after the longest wait",
            List.of(waiting(1, 300)),
            List.of(paused),
            new GiveUp(call(1))),
        scene("waits a little for an empty desk", List.of(waiting(1, 19))),
        scene(
            "gives up soon when nobody is on duty",
            List.of(waiting(1, 20)),
            List.of(SecretaryState.absent(LEA, HEALTH, NOON)),
            new GiveUp(call(1))));
  }

  private static Arguments scene(
      String name, List<WaitingCall> calls, List<SecretaryState> secretaries, DeskMove... moves) {
    return Arguments.of(name, calls, secretaries, List.of(moves));
  }

  private static Arguments scene(
      String name, List<WaitingCall> calls, SecretaryState... secretaries) {
    return Arguments.of(name, calls, List.of(secretaries), List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void moves(
      String name,
      List<WaitingCall> calls,
      List<SecretaryState> secretaries,
      List<DeskMove> expected) {
    assertThat(DeskPolicy.match(calls, secretaries, DeskRules.USUAL, NOON))
        .as(name)
        .containsExactlyElementsOf(expected);
  }
}
