package io.permanence.callrouter.console.presence;

import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.SecretaryState.Wish;
import io.permanence.callrouter.floor.Desk;
import io.permanence.model.id.AccountId;
import io.permanence.store.Database;
import io.permanence.store.desk.Secretaries;
import io.permanence.store.desk.Secretaries.Seen;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what each secretary asked for last, so that a restart of the service in mid-shift does
 * not take everybody off duty (R1). What was asked for before the session began does not count.
 */
public final class PresenceMemory {
  private final Database database;
  private final Map<AccountId, Wish> kept = new HashMap<>();

  /** A memory in that store. */
  public PresenceMemory(Database database) {
    this.database = database;
  }

  /**
   * Keeps what she asks for; silently does not while the store is away. Who has a call after a
   * restart, or comes to the desk, has asked for nothing yet: what she asked for before stands.
   */
  public void keep(SecretaryState state) {
    Wish before = kept.put(state.account(), state.wish());
    boolean nothingAsked = before == null && state.wish() instanceof Wish.Off;
    if (state.wish().equals(before) || nothingAsked) {
      return;
    }
    Optional<Seen> asked =
        switch (state.wish()) {
          case Wish.Off off -> Optional.of(seen(state, "SIGNED_OFF", Optional.empty()));
          case Wish.Nothing nothing -> Optional.empty();
          case Wish.Calls calls -> Optional.of(seen(state, "READY", Optional.empty()));
          case Wish.Pause pause ->
              Optional.of(seen(state, "BREAK", Optional.of(pause.reason().wireName())));
        };
    asked.ifPresent(seen -> database.acrossCustomers(tx -> Secretaries.seen(tx, seen)));
  }

  private static Seen seen(SecretaryState state, String word, Optional<String> reason) {
    return new Seen(state.account(), word, reason, state.since());
  }

  /** Gives her back what she had asked for in this session; completes in any case. */
  public Future<Void> restore(AccountId who, Instant signedInAt, Desk desk) {
    boolean asked =
        desk.secretary(who)
            .map(SecretaryState::wish)
            .filter(wish -> !(wish instanceof Wish.Off || wish instanceof Wish.Nothing))
            .isPresent();
    if (asked) {
      return Future.succeededFuture();
    }
    return database
        .acrossCustomers(tx -> Secretaries.lastSeen(tx, who))
        .onSuccess(
            seen ->
                seen.filter(each -> each.since().isAfter(signedInAt))
                    .ifPresent(each -> again(who, each, desk)))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private static void again(AccountId who, Seen seen, Desk desk) {
    if (seen.state().equals("READY")) {
      desk.readyAgain(who);
    } else if (seen.state().equals("BREAK")) {
      desk.pause(who, seen.reason().map(BreakReason::of).orElse(BreakReason.OTHER));
    }
  }
}
