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
 * there at the offer; when it does not answer in time the card is made without it and says so,
 * because a caller waits (A12). Facts of the last few hundred calls are kept.
 */
public final class Cards {
  private static final Logger log = LoggerFactory.getLogger(Cards.class);
  private static final long PATIENCE_MILLIS = 250;
  private static final int KEPT = 500;

  /** What the database answered; no facts when the line is gone. */
  record Known(Optional<CardFacts> facts) {}

  private final Vertx vertx;
  private final Database database;
  private final Roster roster;
  private final Map<CallId, Future<Known>> facts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Future<Known>> eldest) {
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
    known(call);
  }

  /** What is being fetched or was; what could not be had is fetched anew. */
  private Future<Known> known(LiveCall call) {
    Future<Known> already = facts.get(call.id());
    if (already != null && !already.failed()) {
      return already;
    }
    Future<Known> read = fetch(call);
    facts.put(call.id(), read);
    return read;
  }

  private Future<Known> fetch(LiveCall call) {
    return database
        .inTransaction(
            call.customer(),
            tx -> CardFacts.read(tx, call.snapshot().id(), call.id(), call.caller().phoneNumber()))
        .onSuccess(
            found -> found.ifPresent(known -> names.put(call.customer(), known.customerName())))
        .map(Known::new)
        .onFailure(
            failure -> log.warn("call {}: the card is made without the database", call.id()));
  }

  /** The card for a secretary; incomplete when the database does not answer in time. */
  public Future<CardView> card(LiveCall call, AccountId secretary) {
    return inTime(known(call)).map(known -> written(call, known, secretary));
  }

  /** The complete card, however long that takes; fails when the database cannot be reached. */
  public Future<CardView> completeCard(LiveCall call, AccountId secretary) {
    return known(call).map(known -> written(call, Optional.of(known), secretary));
  }

  private CardView written(LiveCall call, Optional<Known> known, AccountId secretary) {
    return CardText.write(call, known, customerName(call), roster.name(secretary).orElse(""));
  }

  private Future<Optional<Known>> inTime(Future<Known> known) {
    if (known.succeeded()) {
      return known.map(Optional::of);
    }
    Promise<Optional<Known>> first = Promise.promise();
    long timer = vertx.setTimer(PATIENCE_MILLIS, ignored -> first.tryComplete(Optional.empty()));
    known
        .map(Optional::of)
        .otherwise(Optional.empty())
        .onSuccess(
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
        .map(Future::result)
        .flatMap(Known::facts)
        .flatMap(CardFacts::contact)
        .map(CardFacts.Contact::name);
  }
}
