package io.permanence.callrouter.console.people;

import io.permanence.callrouter.desk.Affinity;
import io.permanence.callrouter.desk.Needs;
import io.permanence.callrouter.floor.Wanted;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.desk.LineWishes;
import io.permanence.store.desk.LineWishes.Feedback;
import io.permanence.store.desk.LineWishes.LineWish;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lines and their customers wish of whoever answers, kept in memory and read anew when it
 * changes, so that the desk needs no database to choose. Lives on the desk's event loop.
 */
public final class Wishes {
  /** Older feedback says nothing about today's secretary. */
  private static final Duration COUNTS_FOR = Duration.ofDays(365);

  private final Database database;
  private final Clock clock;
  private final Map<LineId, LineWish> lines = new HashMap<>();
  private final Map<CustomerId, Map<AccountId, Affinity>> affinities = new HashMap<>();

  /** Knows nothing before {@link #refresh}. */
  public Wishes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What this call's line and customer wish, as last read. */
  public Wanted of(LiveCall call) {
    LineWish line = lines.get(call.snapshot().id());
    if (line == null) {
      return Wanted.NOTHING;
    }
    return new Wanted(
        line.overflowTeams(),
        new Needs(
            Set.copyOf(line.languages()),
            Set.copyOf(line.skills()),
            Set.copyOf(line.preferredSkills())),
        affinities.getOrDefault(call.customer(), Map.of()));
  }

  /** Reads everything anew. */
  public Future<Void> refresh() {
    return read(Optional.empty());
  }

  /** Reads anew what one customer wishes. */
  public Future<Void> refresh(CustomerId customer) {
    return read(Optional.of(customer));
  }

  private record Reading(List<LineWish> lines, List<Feedback> feedback) {}

  private Future<Void> read(Optional<CustomerId> of) {
    Instant since = clock.instant().minus(COUNTS_FOR);
    return database.acrossCustomers(tx -> read(tx, of, since)).map(read -> take(of, read));
  }

  private static Future<Reading> read(Tx tx, Optional<CustomerId> of, Instant since) {
    return LineWishes.lines(tx, of)
        .compose(
            lines ->
                LineWishes.feedback(tx, of, since).map(feedback -> new Reading(lines, feedback)));
  }

  private Void take(Optional<CustomerId> of, Reading read) {
    lines.values().removeIf(line -> of.isEmpty() || line.customer().equals(of.get()));
    affinities.keySet().removeIf(customer -> of.isEmpty() || customer.equals(of.get()));
    read.lines().forEach(line -> lines.put(line.line(), line));
    for (Feedback each : read.feedback()) {
      affinities
          .computeIfAbsent(each.customer(), ignored -> new HashMap<>())
          .put(each.secretary(), new Affinity(each.good(), each.bad()));
    }
    return null;
  }
}
