package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.HEALTH;
import static io.permanence.callrouter.desk.DeskFixture.LAW;
import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.DeskMove.Offer;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any crowd of callers, secretaries, skills and feedback. */
class DeskWishesProperties {
  private static final DeskRules RULES = DeskRules.USUAL;
  private static final int WORKING_DAY = 8 * 3600;

  /** A desk at one moment. */
  record Scene(List<WaitingCall> calls, List<SecretaryState> staff) {}

  @Provide
  Arbitrary<Scene> scene() {
    return Arbitraries.randomValue(DeskWishesProperties::scene);
  }

  private static Scene scene(Random random) {
    List<SecretaryState> staff = new ArrayList<>();
    for (int i = 0; i < random.nextInt(7); i++) {
      staff.add(secretary(i, random));
    }
    List<WaitingCall> calls = new ArrayList<>();
    for (int i = 0; i < random.nextInt(13); i++) {
      calls.add(caller(i, random));
    }
    return new Scene(calls, staff);
  }

  private static SecretaryState secretary(int number, Random random) {
    SecretaryState ready =
        DeskFixture.ready(account(number), team(random), random.nextInt(600))
            .knownAs(
                new Profile(
                    team(random), Set.of(), some(random, "fr", "en"), some(random, "m", "l")));
    return random.nextInt(4) == 0
        ? ready.on(new SecretarySignal.CallTaken(call(900 + number)), RULES, NOON)
        : ready;
  }

  private static WaitingCall caller(int number, Random random) {
    Map<AccountId, Affinity> liking = new HashMap<>();
    Map<AccountId, Instant> passes = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      if (random.nextBoolean()) {
        liking.put(account(i), new Affinity(random.nextInt(9), random.nextInt(9)));
      }
      if (random.nextInt(5) == 0) {
        passes.put(account(i), NOON.minusSeconds(random.nextInt(60)));
      }
    }
    return new WaitingCall(
            call(number),
            List.of(HEALTH, LAW),
            NOON.minusSeconds(random.nextInt(200)),
            random.nextInt(4) == 0,
            random.nextInt(20) == 0,
            passes)
        .wishing(new Needs(some(random, "fr", "en"), some(random, "m"), some(random, "l")), liking);
  }

  private static TeamId team(Random random) {
    return random.nextBoolean() ? HEALTH : LAW;
  }

  private static Set<String> some(Random random, String... of) {
    return Set.copyOf(List.of(of).subList(0, random.nextInt(of.length + 1)));
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(9, number));
  }

  @Property(tries = 500)
  void theSameSceneGivesTheSameMovesInWhateverOrderItIsTold(
      @ForAll @From("scene") Scene scene, @ForAll Random random) {
    List<WaitingCall> calls = new ArrayList<>(scene.calls());
    List<SecretaryState> staff = new ArrayList<>(scene.staff());
    Collections.shuffle(calls, random);
    Collections.shuffle(staff, random);
    assertThat(DeskPolicy.match(calls, staff, RULES, NOON))
        .isEqualTo(DeskPolicy.match(scene.calls(), scene.staff(), RULES, NOON));
  }

  @Property(tries = 500)
  void nobodyIsAskedTwiceAndOnlyWhoIsReadyAndFitsTheWidenedNeeds(
      @ForAll @From("scene") Scene scene) {
    List<Offer> offers = offers(scene.calls(), scene.staff(), NOON);
    assertThat(offers).extracting(Offer::secretary).doesNotHaveDuplicates();
    assertThat(offers).extracting(Offer::call).doesNotHaveDuplicates();
    for (Offer offer : offers) {
      WaitingCall call = find(scene.calls(), offer.call());
      SecretaryState her = her(scene.staff(), offer.secretary());
      assertThat(her.presence()).isEqualTo(Presence.READY);
      Fit asked = RULES.widening().asked(call.waited(NOON));
      assertThat(Fit.of(her.profile(), call.needs()).satisfies(asked)).isTrue();
      assertThat(call.teams()).contains(her.profile().team());
    }
  }

  /** Whoever gets the call was idle nearly as long as any equal: feedback is bounded. */
  @Property(tries = 1000)
  void feedbackMovesNobodyFurtherThanItsReachOnEachSide(@ForAll @From("scene") Scene scene) {
    Duration most = RULES.affinity().reach().multipliedBy(2);
    for (WaitingCall call : scene.calls()) {
      WaitingCall feelingOnly = call.wishing(Needs.NONE, call.affinities());
      WaitingCall unpassed =
          new WaitingCall(call.id(), call.teams(), NOON.minusSeconds(20), false, false, Map.of())
              .wishing(Needs.NONE, feelingOnly.affinities());
      for (Offer offer : offers(List.of(unpassed), scene.staff(), NOON)) {
        SecretaryState her = her(scene.staff(), offer.secretary());
        scene.staff().stream()
            .filter(other -> other.presence() == Presence.READY)
            .filter(other -> other.team().equals(her.team()))
            .forEach(
                other ->
                    assertThat(Duration.between(other.idleSince(), her.idleSince()))
                        .isLessThanOrEqualTo(most));
      }
    }
  }

  @Property(tries = 500)
  void withEqualWishesWhoCameFirstIsServedFirst(@ForAll @From("scene") Scene scene) {
    List<WaitingCall> equal =
        scene.calls().stream()
            .map(
                call ->
                    new WaitingCall(
                        call.id(), call.teams(), call.since(), call.vip(), false, Map.of()))
            .filter(call -> call.waited(NOON).compareTo(Duration.ofSeconds(100)) > 0)
            .toList();
    List<CallId> served = offers(equal, scene.staff(), NOON).stream().map(Offer::call).toList();
    for (WaitingCall one : equal) {
      for (WaitingCall other : equal) {
        boolean before = one.vip() == other.vip() && one.since().isBefore(other.since());
        if (before && served.contains(other.id())) {
          assertThat(served).contains(one.id());
        }
      }
    }
  }

  @Property(tries = 500)
  void aVipOvertakesNobodyWhoCameMoreThanTheHeadStartBefore(@ForAll @From("scene") Scene scene) {
    List<WaitingCall> inTurn = DeskPolicy.inTurn(scene.calls(), RULES);
    for (int i = 0; i < inTurn.size(); i++) {
      for (WaitingCall behind : inTurn.subList(i, inTurn.size())) {
        Duration overtaken = Duration.between(behind.since(), inTurn.get(i).since());
        Duration most =
            inTurn.get(i).returning() ? RULES.returningHeadStart() : RULES.vipHeadStart();
        assertThat(overtaken).isLessThanOrEqualTo(most);
      }
    }
  }

  /**
   * Callers pour in as they like, disliking the only secretary, needing what she lacks: each is
   * served within the head start, the last widening and one service for each caller before.
   */
  @Property(tries = 100)
  void nobodyStarvesUnderAnyArrivalsWhileSomebodyOfTheTeamIsReady(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int crowd) {
    Map<CallId, WaitingCall> queue = new LinkedHashMap<>();
    List<SecretaryState> staff =
        List.of(DeskFixture.ready(account(1), HEALTH, 5), talking(account(2)));
    int arrived = 0;
    for (int second = 0; arrived < crowd || !queue.isEmpty(); second++) {
      Instant now = NOON.plusSeconds(second);
      if (arrived < crowd && random.nextInt(3) == 0) {
        WaitingCall caller = arriving(arrived++, now, random);
        queue.put(caller.id(), caller);
      }
      offers(queue.values(), staff, now).forEach(offer -> queue.remove(offer.call()));
      for (WaitingCall left : queue.values()) {
        assertThat(left.waited(now).toSeconds())
            .isLessThanOrEqualTo(
                RULES.widening().anybody().orElseThrow().toSeconds()
                    + RULES.vipHeadStart().toSeconds()
                    + crowd);
      }
    }
  }

  private static WaitingCall arriving(int number, Instant now, Random random) {
    return new WaitingCall(
            call(number), List.of(HEALTH), now, random.nextBoolean(), false, Map.of())
        .wishing(
            new Needs(some(random, "fr", "en"), some(random, "m"), some(random, "l")),
            Map.of(account(1), new Affinity(0, random.nextInt(50))));
  }

  private static SecretaryState talking(AccountId who) {
    return DeskFixture.ready(who, HEALTH, 5)
        .on(new SecretarySignal.CallTaken(call(800)), RULES, NOON);
  }

  /** One whom every customer avoids, beside one whom everybody prefers, for a working day. */
  @Property(tries = 15)
  void feedbackNeitherStarvesNorFloodsASecretary(
      @ForAll @IntRange(min = 30, max = 400) int secondsBetweenCalls,
      @ForAll @IntRange(min = 10, max = 200) int secondsACall) {
    Map<AccountId, Affinity> extreme =
        Map.of(account(1), new Affinity(500, 0), account(2), new Affinity(0, 500));
    Map<AccountId, SecretaryState> staff = new HashMap<>();
    Map<AccountId, Instant> busyUntil = new HashMap<>();
    Map<AccountId, Integer> taken = new HashMap<>();
    for (int i = 1; i <= 2; i++) {
      staff.put(account(i), DeskFixture.ready(account(i), HEALTH, 5));
    }
    Map<CallId, WaitingCall> queue = new LinkedHashMap<>();
    int calls = 0;
    for (int second = 0; second < WORKING_DAY; second++) {
      Instant now = NOON.plusSeconds(second);
      finish(staff, busyUntil, now);
      if (second % secondsBetweenCalls == 0) {
        CallId id = call(calls++);
        queue.put(
            id,
            new WaitingCall(id, List.of(HEALTH), now, false, false, Map.of())
                .wishing(Needs.NONE, extreme));
      }
      for (Offer offer : offersNow(queue, staff, now)) {
        queue.remove(offer.call());
        taken.merge(offer.secretary(), 1, Integer::sum);
        busyUntil.put(offer.secretary(), now.plusSeconds(secondsACall));
        staff.computeIfPresent(
            offer.secretary(),
            (who, state) -> state.on(new SecretarySignal.CallTaken(offer.call()), RULES, now));
      }
    }
    // She is passed over for so long at most: the reach on each side, and what the favourite takes.
    int turn =
        (int) (2 * RULES.affinity().reach().toSeconds()) + secondsBetweenCalls + secondsACall;
    int atLeast = WORKING_DAY / (turn + secondsBetweenCalls + secondsACall) - 1;
    assertThat(taken.getOrDefault(account(2), 0)).isGreaterThanOrEqualTo(atLeast);
  }

  private static List<Offer> offersNow(
      Map<CallId, WaitingCall> queue, Map<AccountId, SecretaryState> staff, Instant now) {
    return queue.isEmpty()
        ? List.of()
        : offers(List.copyOf(queue.values()), List.copyOf(staff.values()), now);
  }

  private static void finish(
      Map<AccountId, SecretaryState> staff, Map<AccountId, Instant> busyUntil, Instant now) {
    staff.replaceAll(
        (who, state) -> {
          boolean done = state.presence() == Presence.TALKING && !now.isBefore(busyUntil.get(who));
          return done
              ? state.on(
                  new SecretarySignal.CallTornAway(state.engagement().callId().orElseThrow()),
                  RULES,
                  now)
              : state;
        });
  }

  private static List<Offer> offers(
      Collection<WaitingCall> calls, Collection<SecretaryState> staff, Instant now) {
    return DeskPolicy.match(calls, staff, RULES, now).stream()
        .filter(Offer.class::isInstance)
        .map(Offer.class::cast)
        .toList();
  }

  private static WaitingCall find(List<WaitingCall> calls, CallId id) {
    return calls.stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
  }

  private static SecretaryState her(List<SecretaryState> staff, AccountId who) {
    return staff.stream().filter(each -> each.account().equals(who)).findFirst().orElseThrow();
  }
}
