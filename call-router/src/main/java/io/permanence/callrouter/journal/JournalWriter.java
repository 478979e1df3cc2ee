package io.permanence.callrouter.journal;

import io.permanence.store.Database;
import io.permanence.store.Refusals;
import io.permanence.store.call.JournalBatch;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries to PostgreSQL behind the calls' back. Entries of one call are written in order;
 * what cannot be written now is kept in memory, at most {@code most} entries, and tried again until
 * PostgreSQL is back (R4). An entry that PostgreSQL refuses for itself is dropped with a word in
 * the log, so that it does not hold up the rest.
 *
 * <p>Memory is the only place an entry has until it is written: a killed process loses what is
 * waiting, which with PostgreSQL up is a few milliseconds' worth.
 */
final class JournalWriter {
  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
  private static final int BATCH = 500;

  /** PostgreSQL's word for a statement that took longer than it may. */
  private static final String TOO_LONG = "57014";

  /** Entries wait that long for others to be written with. */
  private static final long GATHERING_MILLIS = 20;

  private static final long LONGEST_BATCH_SECONDS = 20;
  private static final long SHORTEST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 2_000;

  private final Vertx vertx;
  private final Context context;
  private final Database database;
  private final int most;

  private final Object lock = new Object();
  private final Deque<JournalEntry> waiting = new ArrayDeque<>();
  private final List<Runnable> whenEmpty = new ArrayList<>();
  private boolean writing;
  private long pause = SHORTEST_PAUSE;
  private long dropped;

  JournalWriter(Vertx vertx, Database database, int most) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.most = most;
  }

  /**
   * Takes an entry; from any thread, never blocks.
   *
   * @return false when the room is full and the entry is lost
   */
  boolean write(JournalEntry entry) {
    synchronized (lock) {
      if (waiting.size() >= most) {
        if (dropped++ % 1_000 == 0) {
          log.error("the journal is full: {} entries lost so far", dropped);
        }
        return false;
      }
      waiting.add(entry);
      if (writing) {
        return true;
      }
      writing = true;
    }
    afterGathering();
    return true;
  }

  /** How many entries wait. */
  int backlog() {
    synchronized (lock) {
      return waiting.size();
    }
  }

  /** How many entries were lost because the room was full or PostgreSQL refused them. */
  long lost() {
    synchronized (lock) {
      return dropped;
    }
  }

  /** Completes when nothing waits. */
  Future<Void> drained() {
    Promise<Void> promise = Promise.promise();
    synchronized (lock) {
      if (waiting.isEmpty() && !writing) {
        return Future.succeededFuture();
      }
      whenEmpty.add(promise::tryComplete);
    }
    return promise.future();
  }

  private void writeBatch() {
    List<JournalEntry> batch = new ArrayList<>();
    List<Runnable> done = List.of();
    synchronized (lock) {
      for (JournalEntry each : waiting) {
        batch.add(each);
        if (batch.size() == BATCH) {
          break;
        }
      }
      if (batch.isEmpty()) {
        writing = false;
        done = List.copyOf(whenEmpty);
        whenEmpty.clear();
      }
    }
    done.forEach(Runnable::run);
    if (!batch.isEmpty()) {
      write(batch)
          .timeout(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS)
          .onSuccess(ignored -> written(batch.size()))
          .onFailure(this::later);
    }
  }

  private void written(int entries) {
    synchronized (lock) {
      for (int i = 0; i < entries; i++) {
        waiting.removeFirst();
      }
    }
    pause = SHORTEST_PAUSE;
    afterGathering();
  }

  private void afterGathering() {
    vertx.setTimer(GATHERING_MILLIS, later -> context.runOnContext(ignored -> writeBatch()));
  }

  private void later(Throwable failure) {
    if (pause == SHORTEST_PAUSE) {
      log.warn("the journal waits for PostgreSQL: {}", failure.getClass().getSimpleName());
    }
    vertx.setTimer(pause, ignored -> context.runOnContext(again -> writeBatch()));
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }

  private Future<Void> write(List<JournalEntry> entries) {
    JournalBatch batch = new JournalBatch();
    entries.forEach(each -> each.addTo(batch));
    return database.acrossCustomers(batch::write).recover(failure -> apart(entries, failure));
  }

  /**
   * What is refused, or takes too long together, is written by halves, down to the one to blame.
   */
  private Future<Void> apart(List<JournalEntry> entries, Throwable failure) {
    boolean refused = Refusals.isRefusal(failure);
    boolean tooLong = Refusals.sqlState(failure).filter(TOO_LONG::equals).isPresent();
    int half = entries.size() / 2;
    if (half > 0 && (refused || tooLong)) {
      return write(entries.subList(0, half))
          .compose(written -> write(entries.subList(half, entries.size())));
    }
    return refused ? dropped(entries.getFirst(), failure) : Future.failedFuture(failure);
  }

  private Future<Void> dropped(JournalEntry entry, Throwable failure) {
    synchronized (lock) {
      dropped++;
    }
    log.error(
        "an entry of call {} was refused: {} {}",
        entry.call(),
        entry.getClass().getSimpleName(),
        Refusals.sqlState(failure).orElse("?"));
    return Future.succeededFuture();
  }
}
