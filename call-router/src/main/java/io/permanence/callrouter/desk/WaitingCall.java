package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A caller who waits in music for a secretary.
 *
 * @param teams who may answer: the line's home team, then its overflow teams in order
 * @param since when the wait began; kept when an offer is declined or missed
 * @param returning the caller had a secretary already and lost her (her browser died): goes first
 * @param passes who declined or missed this call, and when last
 * @param needs what the line asks of whoever answers
 * @param affinities what the customer thinks of secretaries, as far as there is feedback
 * @param keptUntil nobody gives the caller up before that, however long the wait: the service has
 *     just started, and the secretaries are coming back
 */
public record WaitingCall(
    CallId id,
    List<TeamId> teams,
    Instant since,
    boolean vip,
    boolean returning,
    Map<AccountId, Instant> passes,
    Needs needs,
    Map<AccountId, Affinity> affinities,
    Instant keptUntil) {
  public WaitingCall {
    teams = List.copyOf(teams);
    passes = Map.copyOf(passes);
    affinities = Map.copyOf(affinities);
  }

  /** A call that asks for nothing and of whose customer nothing is known. */
  public WaitingCall(
      CallId id,
      List<TeamId> teams,
      Instant since,
      boolean vip,
      boolean returning,
      Map<AccountId, Instant> passes) {
    this(id, teams, since, vip, returning, passes, Needs.NONE, Map.of(), since);
  }

  /** The same call with what its line and customer wish. */
  public WaitingCall wishing(Needs needed, Map<AccountId, Affinity> liked) {
    return new WaitingCall(id, teams, since, vip, returning, passes, needed, liked, keptUntil);
  }

  /** The same call, which is not given up before that. */
  public WaitingCall keptUntil(Instant then) {
    return new WaitingCall(id, teams, since, vip, returning, passes, needs, affinities, then);
  }

  /** The moment that decides the turn: the arrival, moved back by the caller's head start. */
  Instant turn(DeskRules rules) {
    if (returning) {
      return since.minus(rules.returningHeadStart());
    }
    return vip ? since.minus(rules.vipHeadStart()) : since;
  }

  /** How long the caller has waited. */
  Duration waited(Instant now) {
    return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
  }

  /** The feedback that counts now: none any more after a long wait. */
  Affinity affinity(AccountId secretary, DeskRules rules, Instant now) {
    return waited(now).compareTo(rules.affinity().expires()) < 0
        ? affinities.getOrDefault(secretary, Affinity.NONE)
        : Affinity.NONE;
  }
}
