package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LAW;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.DeskMove.Offer;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeskPolicyProperties {
  /** A caller of the crowd: seconds waited, VIP or not. */
  record Someone(int waited, boolean vip) {}

  @Provide
  Arbitrary<Someone> someone() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 250), Arbitraries.of(true, false, false))
        .as(Someone::new);
  }

  @Property(tries = 500)
  void nobodyHasTwoOffersAndNoCallIsOfferedTwice(
      @ForAll @Size(max = 12) List<@From("someone") Someone> crowd,
      @ForAll @IntRange(max = 6) int secretaries) {
    List<Offer> offers = offers(crowd(crowd), staff(secretaries), NOON);
    assertThat(offers).extracting(Offer::secretary).doesNotHaveDuplicates();
    assertThat(offers).extracting(Offer::call).doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void equalsAreServedInTheOrderTheyCame(
      @ForAll @Size(max = 12) List<@From("someone") Someone> crowd,
      @ForAll @IntRange(min = 1, max = 6) int secretaries) {
    List<WaitingCall> calls = crowd(crowd);
    List<CallId> offered =
        offers(calls, staff(secretaries), NOON).stream().map(Offer::call).toList();
    for (WaitingCall served : calls) {
      for (WaitingCall other : calls) {
        boolean equal = served.vip() == other.vip();
        if (equal && offered.contains(served.id()) && other.since().isBefore(served.since())) {
          assertThat(offered).contains(other.id());
        }
      }
    }
  }

  /** VIPs pour in for ever; the stranger's turn comes within head start plus one service. */
  @Property(tries = 50)
  void nobodyStarves(@ForAll @IntRange(min = 1, max = 30) int secondsBetweenVips) {
    Map<CallId, WaitingCall> queue = new LinkedHashMap<>();
    WaitingCall stranger = new WaitingCall(call(0), List.of(HEALTH), NOON, false, false, Map.of());
    queue.put(stranger.id(), stranger);
    Instant now = NOON;
    for (int number = 1; queue.containsKey(stranger.id()); number++) {
      now = now.plusSeconds(secondsBetweenVips);
      CallId id = call(number);
      queue.put(id, new WaitingCall(id, List.of(HEALTH), now, true, false, Map.of()));
      offers(queue.values(), staff(1), now).forEach(offer -> queue.remove(offer.call()));
      assertThat(now).isBefore(NOON.plusSeconds(60 + 2L * secondsBetweenVips + 1));
    }
  }

  private static List<Offer> offers(
      Collection<WaitingCall> calls, List<SecretaryState> staff, Instant now) {
    return DeskPolicy.match(calls, staff, DeskRules.USUAL, now).stream()
        .filter(Offer.class::isInstance)
        .map(Offer.class::cast)
        .toList();
  }

  private static List<WaitingCall> crowd(List<Someone> crowd) {
    List<WaitingCall> calls = new ArrayList<>();
    for (Someone someone : crowd) {
      calls.add(
          new WaitingCall(
              call(calls.size()),
              List.of(HEALTH, LAW),
              NOON.minusSeconds(someone.waited()),
              someone.vip(),
              false,
              Map.of()));
    }
    return calls;
  }

  private static List<SecretaryState> staff(int size) {
    List<SecretaryState> staff = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      staff.add(DeskFixture.ready(new AccountId(new UUID(9, i)), HEALTH, 10 * i + 10));
    }
    return staff;
  }
}
