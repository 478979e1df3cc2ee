package io.permanence.model.figure;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call as figures see it, gathered from its events.
 *
 * @param arrivedAt the first ring: every wait is counted from here
 * @param atDesk it was sent to the desk, or offered there
 * @param answeredAt when first anybody spoke with the caller, secretary or customer
 * @param answeredBy the secretary, when it was one
 * @param lostAt when the caller gave up before that
 */
public record CountedCall(
    CallId call,
    LineId line,
    TeamId team,
    Instant arrivedAt,
    boolean atDesk,
    Optional<Instant> answeredAt,
    Optional<AccountId> answeredBy,
    boolean putThrough,
    Optional<Instant> lostAt,
    Optional<Instant> endedAt) {
  private static final Set<CallEventKind> ANSWERS =
      Set.of(CallEventKind.ANSWERED, CallEventKind.PICKED_UP, CallEventKind.PUT_THROUGH);

  /** The call of these events; empty while its arrival is not among them. */
  public static Optional<CountedCall> of(
      CallId call, LineId line, TeamId team, List<CallEvent> events) {
    List<CallEvent> inOrder =
        events.stream().sorted(Comparator.comparingInt(CallEvent::sequence)).toList();
    Optional<CallEvent> answer = first(inOrder, ANSWERS);
    return first(inOrder, Set.of(CallEventKind.ARRIVED))
        .map(
            arrived ->
                new CountedCall(
                    call,
                    line,
                    team,
                    arrived.at(),
                    first(inOrder, Set.of(CallEventKind.WAITING, CallEventKind.OFFERED))
                        .isPresent(),
                    answer.map(CallEvent::at),
                    answer
                        .map(each -> each.details().getOrDefault("secretary", ""))
                        .filter(id -> !id.isEmpty())
                        .map(AccountId::of),
                    first(inOrder, Set.of(CallEventKind.PUT_THROUGH)).isPresent(),
                    first(inOrder, Set.of(CallEventKind.LOST)).map(CallEvent::at),
                    first(inOrder, Set.of(CallEventKind.LOST, CallEventKind.ENDED))
                        .map(CallEvent::at)));
  }

  private static Optional<CallEvent> first(List<CallEvent> events, Set<CallEventKind> kinds) {
    return events.stream().filter(event -> kinds.contains(event.kind())).findFirst();
  }

  /** From the first ring to the answer. */
  public Optional<Duration> waitedForAnswer() {
    return answeredAt.map(at -> since(at));
  }

  /** From the first ring until the caller gave up. */
  public Optional<Duration> waitedInVain() {
    return lostAt.map(at -> since(at));
  }

  /** Came to the desk and ended with a message, a voicemail or a wish to be called back. */
  public boolean turnedAway() {
    return atDesk && answeredAt.isEmpty() && lostAt.isEmpty() && endedAt.isPresent();
  }

  private Duration since(Instant at) {
    return at.isBefore(arrivedAt) ? Duration.ZERO : Duration.between(arrivedAt, at);
  }
}
