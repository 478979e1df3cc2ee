package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.desk.WaitingCall;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The calls at the desk, and those over since a few minutes. What is over is kept apart: it can be
 * asked for, but nobody has to look through it. At most {@value #MOST_OVER} are kept.
 */
final class OpenCalls {
  private static final int MOST_PARKED = 99;
  private static final int MOST_OVER = 2_000;

  private final Map<CallId, DeskCall> calls = new LinkedHashMap<>();
  private final Map<CallId, DeskCall> over = new LinkedHashMap<>();
  private final Switchboard switchboard;
  private final Staff staff;
  private final Function<LiveCall, Wanted> wanted;

  OpenCalls(Switchboard switchboard, Staff staff, Function<LiveCall, Wanted> wanted) {
    this.switchboard = switchboard;
    this.staff = staff;
    this.wanted = wanted;
  }

  Optional<DeskCall> find(CallId id) {
    return Optional.ofNullable(calls.get(id)).or(() -> Optional.ofNullable(over.get(id)));
  }

  /** The calls that are up, and those whose end was just heard. */
  Collection<DeskCall> all() {
    return List.copyOf(calls.values());
  }

  void add(DeskCall call) {
    calls.put(call.id(), call);
  }

  /** Puts aside what is over, and forgets what is over for long. */
  void tidy(Instant longAgo) {
    takeBackWhatIsNotOver();
    for (DeskCall call : all()) {
      if (call.over != null) {
        calls.remove(call.id());
        over.put(call.id(), call);
      }
    }
    Iterator<DeskCall> oldest = over.values().iterator();
    while (oldest.hasNext()) {
      Instant end = oldest.next().over;
      if (over.size() <= MOST_OVER && end != null && !end.isBefore(longAgo)) {
        return;
      }
      oldest.remove();
    }
  }

  /** The call that is hers and that she has to do with at this moment. */
  Optional<DeskCall> ownedBy(AccountId secretary) {
    return staff
        .state(secretary)
        .flatMap(state -> state.engagement().callId())
        .flatMap(this::find)
        .filter(call -> call.owner().filter(secretary::equals).isPresent());
  }

  /** Whether she has or had to do with the call, as far as the desk remembers. */
  boolean concerns(AccountId secretary, CallId id) {
    boolean owner = find(id).flatMap(DeskCall::owner).filter(secretary::equals).isPresent();
    boolean engaged =
        staff
            .state(secretary)
            .flatMap(state -> state.engagement().callId())
            .filter(id::equals)
            .isPresent();
    return owner || engaged;
  }

  /** Asterisk would not do what was to be the end: the call is up after all. */
  private void takeBackWhatIsNotOver() {
    for (DeskCall call : List.copyOf(over.values())) {
      if (call.over == null) {
        over.remove(call.id());
        calls.put(call.id(), call);
      }
    }
  }

  /** Waiting calls for the policy: only those whose caller Asterisk still has. */
  List<WaitingCall> waiting() {
    return calls.values().stream()
        .filter(call -> call.control.stage() instanceof Stage.Waiting)
        .filter(call -> call.leg(Leg.CALLER, switchboard.channels()).isPresent())
        .flatMap(call -> waiting(call).stream())
        .toList();
  }

  /** The teams that may answer each call that is offered to somebody at this moment. */
  List<List<TeamId>> offeredTeams() {
    return calls.values().stream()
        .filter(call -> call.control.stage() instanceof Stage.Offered)
        .map(call -> teams(call.live))
        .toList();
  }

  private Optional<WaitingCall> waiting(DeskCall call) {
    Wanted wishes = wanted.apply(call.live);
    return call.control
        .waiting(teams(call.live), Ladders.vip(call.live))
        .map(waiting -> waiting.wishing(wishes.needs(), wishes.affinities()))
        .map(waiting -> waiting.keptUntil(call.keptUntil));
  }

  /** Waiting and offered calls that a team may answer, longest first. */
  List<Desk.Waiting> waitingFor(Optional<TeamId> team) {
    return calls.values().stream()
        .filter(
            call ->
                call.control.stage() instanceof Stage.Waiting
                    || call.control.stage() instanceof Stage.Offered)
        .filter(call -> team.isEmpty() || teams(call.live).contains(team.get()))
        .map(
            call ->
                new Desk.Waiting(call.live, call.control.waitingSince(), Ladders.vip(call.live)))
        .sorted(Comparator.comparing(Desk.Waiting::since))
        .toList();
  }

  /** What the call's line and customer wish. */
  Wanted wanted(LiveCall call) {
    return wanted.apply(call);
  }

  /**
   * The calls that are parked, by their place; a team sees those it may answer or parked itself.
   */
  List<DeskCall> parked(Optional<TeamId> team) {
    return calls.values().stream()
        .filter(call -> slot(call).isPresent())
        .filter(call -> team.isEmpty() || concernsTeam(call, team.get()))
        .sorted(Comparator.comparing(call -> slot(call).orElse(0)))
        .toList();
  }

  private boolean concernsTeam(DeskCall call, TeamId team) {
    boolean answers = teams(call.live).contains(team);
    return answers
        || parking(call)
            .flatMap(parked -> staff.state(parked.by()))
            .filter(parker -> parker.team().equals(team))
            .isPresent();
  }

  /** The lowest place that is free. */
  Optional<Integer> freeSlot() {
    Set<Integer> taken =
        calls.values().stream().flatMap(call -> slot(call).stream()).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, MOST_PARKED)
        .boxed()
        .filter(n -> !taken.contains(n))
        .findFirst();
  }

  private static Optional<Integer> slot(DeskCall call) {
    return parking(call).map(Stage.Parked::slot);
  }

  /** Where the call is parked, also while somebody picks it up. */
  static Optional<Stage.Parked> parking(DeskCall call) {
    return switch (call.control.stage()) {
      case Stage.Parked parked -> Optional.of(parked);
      case Stage.PickingUp picking -> Optional.of(picking.from());
      case Stage other -> Optional.empty();
    };
  }

  private List<TeamId> teams(LiveCall call) {
    TeamId home = call.snapshot().homeTeam();
    return Stream.concat(Stream.of(home), wanted.apply(call).overflow().stream())
        .distinct()
        .toList();
  }
}
