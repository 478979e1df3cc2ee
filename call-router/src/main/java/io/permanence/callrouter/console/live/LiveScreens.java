package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.call.BegunNotes;
import io.permanence.callrouter.console.call.CallStateView;
import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.console.presence.PresenceMemory;
import io.permanence.callrouter.console.presence.PresenceView;
import io.permanence.callrouter.console.task.TaskList;
import io.permanence.callrouter.console.team.Floor;
import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.floor.CallView;
import io.permanence.callrouter.floor.Consoles;
import io.permanence.callrouter.floor.Desk;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.Id;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The consoles that are connected, and what each is told. One console a person: a second replaces
 * the first. Lives on the desk's event loop.
 */
public final class LiveScreens implements Consoles {
  private static final long GATHER_MILLIS = 100;

  /** A console that does not come back takes its secretary off duty. */
  private static final Duration MAY_COME_BACK = Duration.ofMinutes(2);

  private static final int BROKEN = 1011;
  private static final Duration SILENT_TOO_LONG = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final Clock clock;
  private final Cards cards;
  private final PresenceMemory memory;
  private final Map<AccountId, Screen> screens = new HashMap<>();
  private Optional<Rooms> rooms = Optional.empty();
  private final Map<AccountId, Instant> goneAt = new HashMap<>();
  private final CardCompletion completion;
  private boolean gathering;
  private boolean away;

  private record Rooms(
      Desk desk,
      Floor floor,
      TaskList tasks,
      BegunNotes notes,
      Hellos hellos,
      Consumer<AccountId> cameBack) {}

  /** Screens without a desk yet; {@link #serve} gives it. */
  public LiveScreens(Vertx vertx, Clock clock, Cards cards, PresenceMemory memory) {
    this.vertx = vertx;
    this.clock = clock;
    this.cards = cards;
    this.memory = memory;
    this.completion =
        new CardCompletion(
            vertx,
            cards,
            (who, call) ->
                rooms()
                    .desk()
                    .currentCall(who)
                    .filter(current -> current.live().id().equals(call))
                    .isPresent(),
            (who, card) ->
                screen(who).ifPresent(screen -> screen.send(new Frames.CardCompleted(card))));
  }

  /**
   * What is shown from now on.
   *
   * @param cameBack told of who connects: what she left unsent is looked for
   */
  public void serve(
      Desk desk, Floor floor, TaskList tasks, BegunNotes notes, Consumer<AccountId> cameBack) {
    Hellos hellos = new Hellos(clock, cards, notes, desk, floor, tasks);
    rooms = Optional.of(new Rooms(desk, floor, tasks, notes, hellos, cameBack));
  }

  private Rooms rooms() {
    return rooms.orElseThrow();
  }

  // ---- connections

  void connected(Screen screen) {
    AccountId who = screen.session.principal().accountId();
    Screen before = screens.put(who, screen);
    if (before != null) {
      before.end("replaced");
    }
    goneAt.remove(who);
    memory
        .restore(who, screen.session.signedInAt(), rooms().desk())
        .compose(
            restored -> {
              if (screens.get(who) == screen) {
                rooms().desk().console(who, true);
              }
              return rooms().hellos().of(who);
            })
        .onSuccess(
            hello -> {
              screen.send(hello);
              rooms().cameBack().accept(who);
              completeAfter(who, hello);
            })
        .onFailure(failure -> screen.close(BROKEN));
  }

  private void completeAfter(AccountId who, Frames.Hello hello) {
    hello
        .offer()
        .map(Frames.Offer::card)
        .or(hello::card)
        .ifPresent(
            card ->
                rooms()
                    .desk()
                    .currentCall(who)
                    .ifPresent(call -> completion.shown(call.live(), who, card)));
  }

  void gone(Screen screen) {
    AccountId who = screen.session.principal().accountId();
    if (screens.remove(who, screen)) {
      rooms().desk().console(who, false);
      goneAt.put(who, clock.instant());
    }
  }

  /** Whether this is the window she works in: another one may have replaced it. */
  boolean isCurrent(Screen screen) {
    return screens.get(screen.session.principal().accountId()) == screen;
  }

  /**
   * Whether the window she works in belongs to another session, on another computer for example.
   */
  public boolean isElsewhere(ActiveSession session) {
    return screen(session.principal().accountId())
        .filter(screen -> !screen.belongsTo(session))
        .isPresent();
  }

  /** A new password ended every session of hers but this one, which goes on as another. */
  public void exchanged(ActiveSession before, ActiveSession after, String token) {
    screen(before.principal().accountId())
        .filter(screen -> screen.belongsTo(before))
        .ifPresent(screen -> screen.continues(after, token));
  }

  /**
   * Her session ended: so does her connection. During a call she could not go off duty; she does
   * once it is over.
   */
  public void signOut(AccountId who) {
    Optional.ofNullable(screens.remove(who)).ifPresent(screen -> screen.end("ended"));
    rooms().desk().console(who, false);
    rooms()
        .desk()
        .secretary(who)
        .filter(state -> !(state.wish() instanceof SecretaryState.Wish.Off))
        .ifPresent(onDuty -> goneAt.put(who, Instant.MIN));
  }

  /** Looks after the connections; called every few seconds. */
  public void sweep() {
    Instant now = clock.instant();
    for (Screen screen : List.copyOf(screens.values())) {
      if (!now.isBefore(screen.session.signedInAt().plus(Duration.ofHours(14)))) {
        screen.end("expired");
      } else if (screen.heardAt.plus(SILENT_TOO_LONG).isBefore(now)) {
        screen.close(1001);
      }
    }
    for (Map.Entry<AccountId, Instant> gone : List.copyOf(goneAt.entrySet())) {
      boolean overdue = gone.getValue().plus(MAY_COME_BACK).isBefore(now);
      if (overdue && rooms().desk().signOff(gone.getKey())) {
        goneAt.remove(gone.getKey());
      }
    }
    if (!screens.isEmpty()) {
      rooms().floor().refresh().onSuccess(done -> screens.forEach(this::picture));
    }
  }

  private void picture(AccountId who, Screen screen) {
    rooms()
        .floor()
        .team(who)
        .ifPresent(team -> screen.sendIfNew("team", new Frames.TeamChanged(team)));
    screen.sendIfNew("figures", new Frames.FiguresChanged(rooms().floor().today(who)));
  }

  /** Tasks changed somewhere: everybody's list is read anew. */
  public void tasksChanged() {
    screens.forEach(
        (who, screen) ->
            rooms()
                .tasks()
                .of(who)
                .onSuccess(tasks -> screen.sendIfNew("tasks", new Frames.TasksChanged(tasks))));
  }

  // ---- what the desk tells

  private Optional<Screen> screen(AccountId who) {
    return Optional.ofNullable(screens.get(who));
  }

  @Override
  public void expected(LiveCall call) {
    cards.expect(call);
  }

  @Override
  public void offered(AccountId secretary, CallView call, Stage.Offered offer) {
    cards
        .card(call.live(), secretary)
        .onSuccess(
            card -> {
              boolean stands =
                  rooms()
                      .desk()
                      .currentCall(secretary)
                      .filter(
                          now ->
                              now.control().stage() instanceof Stage.Offered still
                                  && still.offer().equals(offer.offer()))
                      .isPresent();
              if (stands) {
                screen(secretary)
                    .ifPresent(
                        screen -> screen.send(new Frames.Offered(Hellos.offer(call, offer, card))));
                completion.shown(call.live(), secretary, card);
              }
            });
  }

  @Override
  public void withdrawn(AccountId secretary, CallId call, UUID offer, Withdrawal reason) {
    screen(secretary)
        .ifPresent(
            screen ->
                screen.send(
                    new Frames.OfferWithdrawn(
                        "offer-withdrawn", offer.toString(), call.toString(), word(reason))));
  }

  @Override
  public void presence(SecretaryState state) {
    memory.keep(state);
    screen(state.account())
        .ifPresent(screen -> screen.send(new Frames.PresenceChanged(PresenceView.of(state))));
  }

  @Override
  public void changed(AccountId secretary, CallView call) {
    screen(secretary)
        .ifPresent(
            screen -> screen.send(new Frames.CallChanged(CallStateView.of(call, rooms().notes()))));
  }

  @Override
  public void floorChanged() {
    if (gathering) {
      return;
    }
    gathering = true;
    vertx.setTimer(
        GATHER_MILLIS,
        ignored -> {
          gathering = false;
          screens.forEach(this::picture);
        });
  }

  @Override
  public void notice(AccountId secretary, Notice notice) {
    String level = notice == Notice.CALLER_BACK_ON_HOLD ? "act-now" : "attention";
    screen(secretary).ifPresent(screen -> screen.send(frame(level, word(notice))));
  }

  /** Only who was told of the loss is told of the return. */
  public void telephoneSystemBack() {
    if (away) {
      noticeToAll("info", "telephone-system-back");
      away = false;
    }
  }

  /** Asterisk is out of reach. */
  public void telephoneSystemLost() {
    away = true;
    noticeToAll("act-now", "telephone-system-unavailable");
  }

  /** PostgreSQL went away, or is back. */
  public void store(boolean there) {
    noticeToAll(there ? "info" : "attention", there ? "database-back" : "database-unavailable");
  }

  /** The service is about to stop; how many screens were told. */
  public int farewell() {
    noticeToAll("attention", "shutting-down");
    return screens.size();
  }

  /** Something everybody should read. */
  public void noticeToAll(String level, String code) {
    screens.values().forEach(screen -> screen.send(frame(level, code)));
  }

  private Frames.Notice frame(String level, String code) {
    return new Frames.Notice("notice", Id.next().toString(), level, code, clock.instant());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
