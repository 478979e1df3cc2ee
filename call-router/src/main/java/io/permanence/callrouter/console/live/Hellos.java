package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.call.BegunNotes;
import io.permanence.callrouter.console.call.CallStateView;
import io.permanence.callrouter.console.call.CardView;
import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.console.call.OfferReasonView;
import io.permanence.callrouter.console.presence.PresenceView;
import io.permanence.callrouter.console.task.TaskList;
import io.permanence.callrouter.console.task.TaskView;
import io.permanence.callrouter.console.team.Floor;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.floor.CallView;
import io.permanence.callrouter.floor.Desk;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The complete picture a console begins with. What the store knows is fetched first, and her call
 * looked at last: an offer that was made or taken back meanwhile has been told already, and the
 * picture replaces what was told.
 */
final class Hellos {
  private final Clock clock;
  private final Cards cards;
  private final BegunNotes notes;
  private final Desk desk;
  private final Floor floor;
  private final TaskList tasks;

  Hellos(Clock clock, Cards cards, BegunNotes notes, Desk desk, Floor floor, TaskList tasks) {
    this.clock = clock;
    this.cards = cards;
    this.notes = notes;
    this.desk = desk;
    this.floor = floor;
    this.tasks = tasks;
  }

  /** The picture as it is when the future completes. */
  Future<Frames.Hello> of(AccountId who) {
    Future<List<TaskView>> hers = tasks.of(who).otherwise(List.of());
    Future<Void> note =
        desk.currentCall(who)
            .map(call -> notes.recall(who, call.live()))
            .orElseGet(Future::succeededFuture);
    return floor
        .refresh()
        .compose(done -> note)
        .compose(done -> hers)
        .compose(read -> with(who, read));
  }

  /** Once more when it is about another call or offer by the time its card is made. */
  private Future<Frames.Hello> with(AccountId who, List<TaskView> read) {
    Optional<CallView> call = desk.currentCall(who);
    return call.map(view -> cards.card(view.live(), who).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            card -> {
              Optional<CallView> now = desk.currentCall(who);
              return call.map(Hellos::about).equals(now.map(Hellos::about))
                  ? Future.succeededFuture(hello(who, now, card, read))
                  : with(who, read);
            });
  }

  /** Which call, and which offer of it. */
  private static List<Object> about(CallView view) {
    return view.control().stage() instanceof Stage.Offered offered
        ? List.of(view.live().id(), offered.offer())
        : List.of(view.live().id());
  }

  private Frames.Hello hello(
      AccountId who, Optional<CallView> call, Optional<CardView> card, List<TaskView> read) {
    Optional<Frames.Offer> offer =
        call.filter(view -> view.control().stage() instanceof Stage.Offered)
            .flatMap(
                view ->
                    card.map(shown -> offer(view, (Stage.Offered) view.control().stage(), shown)));
    return new Frames.Hello(
        "hello",
        clock.instant(),
        PresenceView.of(
            desk.secretary(who)
                .orElseGet(
                    () -> SecretaryState.absent(who, new TeamId(new UUID(0, 0)), clock.instant()))),
        offer,
        call.map(view -> CallStateView.of(view, notes)),
        offer.isPresent() ? Optional.empty() : card,
        floor.team(who),
        read,
        floor.today(who));
  }

  static Frames.Offer offer(CallView call, Stage.Offered offer, CardView card) {
    return new Frames.Offer(
        offer.offer().toString(),
        call.live().id().toString(),
        offer.at(),
        offer.expiresAt(),
        call.control().waitingSince(),
        "press",
        card,
        call.why().map(OfferReasonView::of));
  }
}
