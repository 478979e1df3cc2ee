package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches waiting calls with secretaries (B3). The ladder of cases:
 *
 * <ol>
 *   <li>Calls are served by turn: who arrived first goes first; a VIP and a caller who lost the
 *       secretary have a head start, which is fixed, so that a stranger who has waited longer than
 *       it goes before them and nobody starves.
 *   <li>Only ready secretaries of the call's home team are asked; the overflow teams join one after
 *       the other, each after {@link DeskRules#overflowAfter()}.
 *   <li>Who has just declined or missed this call is not asked; who did so a while ago is asked
 *       last.
 *   <li>Of the others the one idle longest.
 *   <li>A call that waited too long, or whose teams have nobody on duty, is given up.
 * </ol>
 *
 * A secretary is offered at most one call, a call to at most one secretary.
 */
public final class DeskPolicy {
  private DeskPolicy() {}

  /** The moves to make now. Calls without a move go on waiting. */
  public static List<DeskMove> match(
      Collection<WaitingCall> calls,
      Collection<SecretaryState> secretaries,
      DeskRules rules,
      Instant now) {
    List<DeskMove> moves = new ArrayList<>();
    Set<AccountId> taken = new HashSet<>();
    List<WaitingCall> inTurn =
        calls.stream()
            .sorted(
                Comparator.<WaitingCall, Instant>comparing(call -> call.turn(rules))
                    .thenComparing(WaitingCall::since)
                    .thenComparing(call -> call.id().value()))
            .toList();
    for (WaitingCall call : inTurn) {
      Optional<SecretaryState> chosen = choose(call, secretaries, taken, rules, now);
      if (chosen.isPresent()) {
        taken.add(chosen.get().account());
        moves.add(new DeskMove.Offer(call.id(), chosen.get().account()));
      } else if (waitedTooLong(call, secretaries, rules, now)) {
        moves.add(new DeskMove.GiveUp(call.id()));
      }
    }
    return moves;
  }

  private static Optional<SecretaryState> choose(
      WaitingCall call,
      Collection<SecretaryState> secretaries,
      Set<AccountId> taken,
      DeskRules rules,
      Instant now) {
    List<TeamId> teams = teamsAskedNow(call, rules, now);
    return secretaries.stream()
        .filter(secretary -> secretary.presence() == Presence.READY)
        .filter(secretary -> !taken.contains(secretary.account()))
        .filter(secretary -> teams.contains(secretary.team()))
        .filter(secretary -> !hasJustPassed(call, secretary, rules, now))
        .min(
            Comparator.<SecretaryState, Boolean>comparing(
                    secretary -> call.passes().containsKey(secretary.account()))
                .thenComparing(SecretaryState::idleSince)
                .thenComparing(secretary -> secretary.account().value()));
  }

  private static List<TeamId> teamsAskedNow(WaitingCall call, DeskRules rules, Instant now) {
    Duration waited = waited(call, now);
    long overflowing = waited.toMillis() / Math.max(1, rules.overflowAfter().toMillis());
    return call.teams().subList(0, (int) Math.min(call.teams().size(), 1 + overflowing));
  }

  private static boolean hasJustPassed(
      WaitingCall call, SecretaryState secretary, DeskRules rules, Instant now) {
    Instant passed = call.passes().get(secretary.account());
    return passed != null && now.isBefore(passed.plus(rules.passTime()));
  }

  private static boolean waitedTooLong(
      WaitingCall call, Collection<SecretaryState> secretaries, DeskRules rules, Instant now) {
    boolean somebody =
        secretaries.stream()
            .anyMatch(
                secretary ->
                    call.teams().contains(secretary.team())
                        && secretary.presence() != Presence.SIGNED_OFF);
    Duration limit = somebody ? rules.longestWait() : rules.emptyDeskWait();
    return waited(call, now).compareTo(limit) >= 0;
  }

  private static Duration waited(WaitingCall call, Instant now) {
    return now.isBefore(call.since()) ? Duration.ZERO : Duration.between(call.since(), now);
  }
}
