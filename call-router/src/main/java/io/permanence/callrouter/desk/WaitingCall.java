package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
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
 */
public record WaitingCall(
    CallId id,
    List<TeamId> teams,
    Instant since,
    boolean vip,
    boolean returning,
    Map<AccountId, Instant> passes) {
  public WaitingCall {
    teams = List.copyOf(teams);
    passes = Map.copyOf(passes);
  }

  /** The moment that decides the turn: the arrival, moved back by the caller's head start. */
  Instant turn(DeskRules rules) {
    if (returning) {
      return since.minus(rules.returningHeadStart());
    }
    return vip ? since.minus(rules.vipHeadStart()) : since;
  }
}
