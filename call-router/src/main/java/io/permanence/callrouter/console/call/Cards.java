package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Database;
import io.permanence.store.desk.CardFacts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes cards. What the database knows is fetched when the caller comes to the desk, so that it is
 * there at the offer; when it does not answer in time the card is made without it, because a caller
 * waits (A12). Facts of the last few hundred calls are kept.
 */
public final class Cards {
  private static final Logger log = LoggerFactory.getLogger(Cards.class);
  private static final long PATIENCE_MILLIS = 250;
  private static final int KEPT = 500;

  private final Vertx vertx;
  private final Database database;
  private final Roster roster;
  private final Map<CallId, Future<Optional<CardFacts>>> facts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Future<Optional<CardFacts>>> eldest) {
          return size() > KEPT;
        }
      };
  private final Map<CustomerId, String> names = new LinkedHashMap<>();

  /** Cards from that store. */
  public Cards(Vertx vertx, Database database, Roster roster) {
    this.vertx = vertx;
    this.database = database;
    this.roster = roster;
  }

  /** Begins to fetch what the card of this call will need. */
  public void expect(LiveCall call) {
    facts.computeIfAbsent(call.id(), id -> fetch(call));
  }

  private Future<Optional<CardFacts>> fetch(LiveCall call) {
    return database
        .inTransaction(
            call.customer(),
            tx ->
                CardFacts.read(
                    tx, call.snapshot().line().id(), call.id(), call.caller().phoneNumber()))
        .onSuccess(
            found -> found.ifPresent(known -> names.put(call.customer(), known.customerName())))
        .otherwise(
            failure -> {
              log.warn("call {}: the card is made without the database", call.id());
              facts.remove(call.id());
              return Optional.empty();
            });
  }

  /** The card for a secretary. */
  public Future<CardView> card(LiveCall call, AccountId secretary) {
    expect(call);
    Future<Optional<CardFacts>> known =
        Optional.ofNullable(facts.get(call.id()))
            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    return inTime(known)
        .map(found -> CardText.write(call, found, roster.name(secretary).orElse("")));
  }

  private Future<Optional<CardFacts>> inTime(Future<Optional<CardFacts>> known) {
    if (known.isComplete()) {
      return known;
    }
    Promise<Optional<CardFacts>> first = Promise.promise();
    long timer = vertx.setTimer(PATIENCE_MILLIS, ignored -> first.tryComplete(Optional.empty()));
    known.onSuccess(
        found -> {
          vertx.cancelTimer(timer);
          first.tryComplete(found);
        });
    return first.future();
  }

  /** The name of a customer of whom a card was made; empty before the first. */
  public String customerName(LiveCall call) {
    return names.getOrDefault(call.customer(), "");
  }

  /** The name of a caller who is among the customer's contacts, once a card was made. */
  public Optional<String> callerName(LiveCall call) {
    return Optional.ofNullable(facts.get(call.id()))
        .filter(Future::succeeded)
        .flatMap(Future::result)
        .flatMap(CardFacts::contact)
        .map(CardFacts.Contact::name);
  }
}
