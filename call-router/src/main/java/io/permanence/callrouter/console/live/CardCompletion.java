package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.call.CardView;
import io.permanence.callrouter.console.call.Cards;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Completes the cards that had to be shown before the database had answered: asks again each second
 * as long as the call is hers (A12).
 */
final class CardCompletion {
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Cards cards;
  private final BiPredicate<AccountId, CallId> hers;
  private final BiConsumer<AccountId, CardView> show;
  private final Set<Wanted> wanted = new HashSet<>();

  private record Wanted(AccountId secretary, CallId call) {}

  CardCompletion(
      Vertx vertx,
      Cards cards,
      BiPredicate<AccountId, CallId> hers,
      BiConsumer<AccountId, CardView> show) {
    this.vertx = vertx;
    this.cards = cards;
    this.hers = hers;
    this.show = show;
  }

  /** The card was shown so; one that is incomplete follows complete. */
  void shown(LiveCall call, AccountId secretary, CardView card) {
    if (card.incomplete().isPresent() && wanted.add(new Wanted(secretary, call.id()))) {
      complete(call, secretary);
    }
  }

  private void complete(LiveCall call, AccountId secretary) {
    if (!hers.test(secretary, call.id())) {
      wanted.remove(new Wanted(secretary, call.id()));
      return;
    }
    cards
        .completeCard(call, secretary)
        .onSuccess(
            card -> {
              wanted.remove(new Wanted(secretary, call.id()));
              if (hers.test(secretary, call.id())) {
                show.accept(secretary, card);
              }
            })
        .onFailure(away -> vertx.setTimer(AGAIN_MILLIS, ignored -> complete(call, secretary)));
  }
}
