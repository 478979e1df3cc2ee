package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.console.call.OfferReasonView;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.console.people.TeamName;
import io.permanence.callrouter.console.team.TeamView.ColleagueView;
import io.permanence.callrouter.console.team.TeamView.WaitingCall;
import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.Presence;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.floor.CallView;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.floor.Ladders;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.desk.DeskEvents;
import io.permanence.store.desk.DeskFigures;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The floor as people look at it: the desk's state now, the day's figures from the store. Figures
 * are read at most every two seconds; while the store is away the last ones stand.
 */
public final class Floor {
  /** The company's day begins at midnight here. */
  private static final ZoneId COMPANY = ZoneId.of("Europe/Paris");

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS = 24;
  private static final int WAITING_ALARM = 5;
  private static final int LONGEST_WAIT_ALARM_SECONDS = 60;
  private static final int SERVICE_LEVEL_ALARM_PERCENT = 80;
  private static final int ABANDONED_ALARM = 10;

  private final Desk desk;
  private final Roster roster;
  private final Cards cards;
  private final Database database;
  private final Clock clock;
  private final DayLog log = new DayLog();
  private final FigureRules rules;
  private DayFigures figures;
  private DayFigures lately;
  private Instant readAt = Instant.MIN;

  /** The floor of that desk. */
  public Floor(
      Desk desk, Roster roster, Cards cards, Database database, Clock clock, FigureRules rules) {
    this.desk = desk;
    this.roster = roster;
    this.cards = cards;
    this.database = database;
    this.clock = clock;
    this.rules = rules;
    this.figures = new DayFigures(List.of(), List.of(), Map.of(), rules);
    this.lately = figures;
  }

  /** Reads the figures when they are older than two seconds; never fails. */
  public Future<Void> refresh() {
    Instant now = clock.instant();
    if (now.isBefore(readAt.plus(FRESH))) {
      return Future.succeededFuture();
    }
    readAt = now;
    Instant day = now.atZone(COMPANY).toLocalDate().atStartOfDay(COMPANY).toInstant();
    Instant from = log.from(day, now);
    return database
        .acrossCustomers(
            tx ->
                DeskEvents.since(tx, from)
                    .compose(
                        events ->
                            DeskFigures.work(tx, day)
                                .map(
                                    work -> {
                                      log.take(from, events, now);
                                      return new DayFigures(log.calls(), work, log.talk(), rules);
                                    })))
        .onSuccess(
            read -> {
              figures = read;
              lately = new DayFigures(log.lately(), List.of(), Map.of(), rules);
            })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** The day of a team, or of the company, in half hours, as last read; empty for no such team. */
  Optional<HalfHoursView> halfHours(Optional<TeamId> team) {
    return team.isPresent() && roster.team(team.get()).isEmpty()
        ? Optional.empty()
        : Optional.of(figures.halfHours(team, roster.teams().values(), clock.instant(), COMPANY));
  }

  /** The team of a secretary, as last read. */
  public Optional<TeamView> team(AccountId who) {
    return roster
        .secretary(who)
        .flatMap(
            secretary -> roster.team(secretary.team()).map(name -> team(secretary.team(), name)));
  }

  private TeamView team(TeamId id, TeamName name) {
    return new TeamView(
        name,
        desk.waitingFor(Optional.of(id)).stream()
            .map(
                waiting ->
                    new WaitingCall(
                        waiting.call().id().toString(),
                        waiting.since(),
                        cards.customerName(waiting.call()),
                        waiting.vip()))
            .toList(),
        desk.parkedFor(Optional.of(id)).stream().map(this::parked).toList(),
        desk.secretaries().stream()
            .filter(state -> state.team().equals(id))
            .map(this::colleague)
            .toList(),
        figures.serviceLevel(Optional.of(id)));
  }

  private TeamView.ParkedCall parked(Desk.ParkedCall parked) {
    return new TeamView.ParkedCall(
        parked.where().slot(),
        parked.call().id().toString(),
        cards.customerName(parked.call()),
        cards.callerName(parked.call()),
        Ladders.vip(parked.call()),
        roster.name(parked.where().by()).orElse(""),
        parked.since(),
        parked.where().until());
  }

  private ColleagueView colleague(SecretaryState state) {
    return new ColleagueView(
        state.account().toString(),
        roster.name(state.account()).orElse(""),
        state.presence().wireName(),
        state.since(),
        state.breakReason().map(BreakReason::wireName));
  }

  /** Today of a person and her team, as last read. */
  public Object today(AccountId who) {
    return figures.of(who, roster.secretary(who).map(secretary -> secretary.team()));
  }

  /** The wallboard, as last read. */
  Object wallboard() {
    Instant now = clock.instant();
    List<Desk.Waiting> waiting = desk.waitingFor(Optional.empty());
    DayFigures.Team all = figures.team(Optional.empty());
    return new WallboardView(
        now,
        waiting.size(),
        waiting.stream().findFirst().map(Desk.Waiting::since),
        all.serviceLevel(),
        all.abandoned(),
        WAITING_ALARM,
        LONGEST_WAIT_ALARM_SECONDS,
        SERVICE_LEVEL_ALARM_PERCENT,
        ABANDONED_ALARM,
        roster.teams().entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList(),
        desk.secretaries().stream().map(this::tile).toList(),
        history(now));
  }

  private WallboardView.TeamRow row(TeamId id, TeamName name) {
    List<Desk.Waiting> waiting =
        desk.waitingFor(Optional.empty()).stream()
            .filter(each -> each.call().snapshot().homeTeam().equals(id))
            .toList();
    DayFigures.Team day = figures.team(Optional.of(id));
    return new WallboardView.TeamRow(
        name,
        waiting.size(),
        waiting.stream().findFirst().map(Desk.Waiting::since),
        count(id, Presence.READY),
        count(id, Presence.TALKING),
        count(id, Presence.BREAK),
        day.answered(),
        day.abandoned(),
        day.serviceLevel());
  }

  private int count(TeamId team, Presence presence) {
    return (int)
        desk.secretaries().stream()
            .filter(state -> state.team().equals(team) && state.presence() == presence)
            .count();
  }

  private WallboardView.SecretaryTile tile(SecretaryState state) {
    return new WallboardView.SecretaryTile(
        state.account().toString(),
        roster.name(state.account()).orElse(""),
        roster.team(state.team()),
        state.presence().wireName(),
        state.since(),
        state.breakReason().map(BreakReason::wireName),
        state.presence() == Presence.OFFERED
            ? desk.currentCall(state.account()).flatMap(CallView::why).map(OfferReasonView::of)
            : Optional.empty());
  }

  private List<WallboardView.Step> history(Instant now) {
    long step = STEP.toSeconds();
    Instant end = Instant.ofEpochSecond((now.getEpochSecond() / step + 1) * step);
    List<WallboardView.Step> steps = new ArrayList<>();
    for (int i = STEPS; i > 0; i--) {
      Instant from = end.minusSeconds(i * step);
      Instant to = from.plusSeconds(step);
      steps.add(
          new WallboardView.Step(
              from,
              lately.arrived(from, to),
              lately.answered(from, to),
              lately.mostWaiting(from, to)));
    }
    return steps;
  }
}
