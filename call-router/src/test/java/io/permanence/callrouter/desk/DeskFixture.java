package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People, teams and calls with names, so that a test reads like a scene. */
final class DeskFixture {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final TeamId HEALTH = new TeamId(new UUID(1, 1));
  static final TeamId LAW = new TeamId(new UUID(1, 2));
  static final AccountId LEA = new AccountId(new UUID(2, 1));
  static final AccountId CAMILLE = new AccountId(new UUID(2, 2));
  static final Telephone HEADSET = new Telephone(Telephone.Kind.BROWSER, true, true, true, true);

  private DeskFixture() {}

  static SecretaryState ready(AccountId who, TeamId team, int idleSeconds) {
    Instant since = NOON.minusSeconds(idleSeconds);
    return SecretaryState.absent(who, team, since)
        .on(new SecretarySignal.TelephoneChanged(HEADSET), DeskRules.USUAL, since)
        .on(new SecretarySignal.WantsReady(), DeskRules.USUAL, since);
  }

  /** Ready, with those languages and skills. */
  static SecretaryState ready(
      AccountId who, TeamId team, int idleSeconds, Set<String> languages, Set<String> skills) {
    return ready(who, team, idleSeconds).knownAs(new Profile(team, Set.of(), languages, skills));
  }

  static WaitingCall waiting(int number, int seconds) {
    return waiting(number, seconds, false, Map.of());
  }

  static WaitingCall waiting(int number, int seconds, boolean vip, Map<AccountId, Instant> passes) {
    return new WaitingCall(
        call(number),
        List.of(HEALTH, LAW),
        NOON.minus(Duration.ofSeconds(seconds)),
        vip,
        false,
        passes);
  }

  /** The usual rules with another widening. */
  static DeskRules with(Widening widening) {
    DeskRules usual = DeskRules.USUAL;
    return new DeskRules(
        usual.offerTime(),
        usual.wrapUp(),
        usual.missesUntilPause(),
        usual.vipHeadStart(),
        usual.returningHeadStart(),
        usual.overflowAfter(),
        usual.passTime(),
        usual.longestWait(),
        usual.emptyDeskWait(),
        widening,
        usual.affinity());
  }

  static CallId call(int number) {
    return new CallId(new UUID(3, number));
  }
}
