package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.OfferReason.WhyCall;
import io.permanence.model.id.AccountId;
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
 * <table>
 *   <caption>Whose turn it is</caption>
 *   <tr><td>1</td><td>who arrived first goes first</td></tr>
 *   <tr><td>2</td><td>a VIP, and a caller who lost the secretary in mid-call, count as having come
 *       earlier by a fixed time: a stranger who has waited longer than that goes before them, so
 *       nobody starves</td></tr>
 *   <tr><td>3</td><td>a call for which nobody free may be asked is passed over, and keeps its
 *       turn</td></tr>
 *   <tr><td>4</td><td>a call that waited too long, or for which nobody who comes could ever be
 *       asked, is given up; after a restart not before the secretaries had time to come back (R1)</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Who may be asked ({@link Candidates})</caption>
 *   <tr><td>1</td><td>who is ready</td></tr>
 *   <tr><td>2</td><td>of the home team; the overflow teams join one after the other, each after
 *       {@link DeskRules#overflowAfter()}</td></tr>
 *   <tr><td>3</td><td>who fits what is still asked for after that wait ({@link Widening})</td></tr>
 *   <tr><td>4</td><td>who has not just declined or missed this call</td></tr>
 *   <tr><td>5</td><td>whom the customer does not avoid; for a few seconds only, while somebody
 *       else at work could come, and while she has not been idle for long</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Who is asked of those</caption>
 *   <tr><td>1</td><td>who has not passed this call before who has</td></tr>
 *   <tr><td>2</td><td>who fits better</td></tr>
 *   <tr><td>3</td><td>the home team before the overflow teams, in their order</td></tr>
 *   <tr><td>4</td><td>idle longest, where the customer's feedback counts as at most {@link
 *       Affinity.Rules#reach()} more or less</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Who counts as coming: while nobody does, a caller is given up after {@link
 *       DeskRules#emptyDeskWait()} instead of {@link DeskRules#longestWait()}</caption>
 *   <tr><td>ready</td><td>yes</td></tr>
 *   <tr><td>offered, talking, wrap-up</td><td>yes, unless a break follows</td></tr>
 *   <tr><td>wants calls, but the telephone is not there</td><td>yes, as long as an empty desk is
 *       waited for: it may come back</td></tr>
 *   <tr><td>nothing wished yet, on a break, paused, signed off</td><td>no: nobody knows when</td></tr>
 * </table>
 *
 * A secretary is offered at most one call, a call to at most one secretary; every offer tells why.
 * The same input gives the same moves, in whatever order it comes.
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
    List<WaitingCall> inTurn = inTurn(calls, rules);
    List<WaitingCall> passedOver = new ArrayList<>();
    for (WaitingCall call : inTurn) {
      Candidates candidates = new Candidates(call, secretaries, rules, now);
      Optional<SecretaryState> chosen = candidates.best(taken);
      if (chosen.isPresent()) {
        moves.add(
            new DeskMove.Offer(
                call.id(),
                chosen.get().account(),
                candidates.why(chosen.get(), taken, whyNow(call, inTurn, passedOver))));
        taken.add(chosen.get().account());
      } else {
        passedOver.add(call);
        if (waitedTooLong(call, secretaries, rules, now)) {
          moves.add(new DeskMove.GiveUp(call.id()));
        }
      }
    }
    return moves;
  }

  /** The calls in the order of their turns. */
  public static List<WaitingCall> inTurn(Collection<WaitingCall> calls, DeskRules rules) {
    return calls.stream()
        .sorted(
            Comparator.<WaitingCall, Instant>comparing(call -> call.turn(rules))
                .thenComparing(WaitingCall::since)
                .thenComparing(call -> call.id().value()))
        .toList();
  }

  private static WhyCall whyNow(
      WaitingCall call, List<WaitingCall> inTurn, List<WaitingCall> passedOver) {
    if (inTurn.size() == 1) {
      return WhyCall.ALONE;
    }
    if (call.returning()) {
      return WhyCall.RETURNING;
    }
    List<WaitingCall> behind = inTurn.subList(inTurn.indexOf(call) + 1, inTurn.size());
    if (call.vip() && behind.stream().anyMatch(other -> other.since().isBefore(call.since()))) {
      return WhyCall.VIP;
    }
    return passedOver.isEmpty() ? WhyCall.FIRST_COME : WhyCall.OTHERS_NEED_SOMEBODY_ELSE;
  }

  private static boolean waitedTooLong(
      WaitingCall call, Collection<SecretaryState> secretaries, DeskRules rules, Instant now) {
    boolean somebody =
        secretaries.stream()
            .filter(secretary -> isComing(secretary, rules, now))
            .filter(secretary -> call.teams().stream().anyMatch(secretary.profile()::worksFor))
            .anyMatch(
                secretary ->
                    Fit.of(secretary.profile(), call.needs()).satisfies(rules.widening().last()));
    Duration limit = somebody ? rules.longestWait() : rules.emptyDeskWait();
    return !now.isBefore(call.keptUntil()) && call.waited(now).compareTo(limit) >= 0;
  }

  private static boolean isComing(SecretaryState secretary, DeskRules rules, Instant now) {
    return switch (secretary.presence()) {
      case READY -> true;
      case OFFERED, TALKING, WRAP_UP -> secretary.breakNext().isEmpty();
      case PREPARING ->
          secretary.wish() instanceof SecretaryState.Wish.Calls
              && now.isBefore(secretary.since().plus(rules.emptyDeskWait()));
      case BREAK, PAUSED, SIGNED_OFF -> false;
    };
  }
}
