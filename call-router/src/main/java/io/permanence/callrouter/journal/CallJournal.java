package io.permanence.callrouter.journal;

import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.CallOutcome;
import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.routing.Basis.Governing;
import io.permanence.store.Database;
import io.permanence.store.call.CallRecord;
import io.permanence.store.call.CallRecord.GoverningInstruction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened to the calls: kept in memory while they are up, written to PostgreSQL in order and
 * behind their back. Whoever learns of something tells it here: the AGI dialogue decisions and
 * ladder steps, the desk everything after, the spool what happened while nobody was there.
 *
 * <p>An event that cannot come now ({@link CallProgress}) is refused; so a call has exactly one
 * end, whoever sees it first. Who was lost, whose call broke, or who is to be called back becomes a
 * task for the line's team in the transaction that writes that event (B9, R6). Safe from any
 * thread; nothing here blocks or waits.
 */
public final class CallJournal {
  private static final Logger log = LoggerFactory.getLogger(CallJournal.class);

  /** The detail that names the secretary of an event. */
  public static final String SECRETARY = "secretary";

  private static final Duration STALE = Duration.ofSeconds(5);
  private static final Duration KEPT_AFTER_END = Duration.ofHours(1);
  private static final int MOST_ENDED = 10_000;

  private final JournalWriter writer;
  private final Map<CallId, Entry> calls = new ConcurrentHashMap<>();
  private final Map<CallId, Entry> up = new ConcurrentHashMap<>();
  private final BlockingQueue<CallId> ended = new ArrayBlockingQueue<>(MOST_ENDED);
  private volatile Instant sweptAt = Instant.MIN;

  /**
   * A journal.
   *
   * @param most how many entries may wait in memory while PostgreSQL is away
   */
  public CallJournal(Vertx vertx, Database database, int most) {
    this.writer = new JournalWriter(vertx, database, most);
  }

  private static final class Entry {
    final LiveCall call;
    CallProgress progress = CallProgress.NEW;
    int next;
    Instant touched;

    Entry(LiveCall call) {
      this.call = call;
      this.touched = call.arrivedAt();
    }
  }

  /** Begins the journal of a decided call: arrived, decided. Nothing when the call is known. */
  public void open(LiveCall call) {
    sweep(call.arrivedAt());
    if (!keep(new Entry(call))) {
      return;
    }
    writer.write(new JournalEntry.Opened(row(call)));
    begin(call);
  }

  private void begin(LiveCall call) {
    append(call.id(), CallEventKind.ARRIVED, call.arrivedAt(), Map.of());
    append(
        call.id(),
        CallEventKind.DECIDED,
        call.arrivedAt(),
        Map.of(
            "decision", call.decision().name(),
            "reason", call.decision().basis().code().wireName()));
  }

  /** Notes a call to a number that is nobody's; nothing personal is kept. */
  public void unrouted(CallId call, Instant at, ReasonCode reason) {
    writer.write(new JournalEntry.Unrouted(call, at, reason));
  }

  /**
   * Takes up a call from its stored events, after a restart. Nothing when the call is known. Of a
   * process that was killed the row may be there without its first events: they are noted now,
   * because a call that has not begun could not end either.
   */
  public void resume(LiveCall call, List<CallEvent> events) {
    Entry entry = new Entry(call);
    for (CallEvent each : events) {
      entry.progress = entry.progress.after(each.kind()).orElse(entry.progress);
      entry.next = Math.max(entry.next, each.sequence() + 1);
      entry.touched = each.at();
    }
    boolean begun = entry.progress.step().compareTo(CallProgress.Step.DECIDED) >= 0;
    if (keep(entry) && !begun) {
      begin(call);
    }
  }

  /** Keeps it, and among those that are up unless it is over; false when the call is known. */
  private boolean keep(Entry entry) {
    CallId id = entry.call.id();
    synchronized (entry) {
      if (calls.putIfAbsent(id, entry) != null) {
        return false;
      }
      if (!entry.progress.over()) {
        up.put(id, entry);
      }
      return true;
    }
  }

  /**
   * Notes an event.
   *
   * @param details ids and codes only; {@link #SECRETARY} names who answered
   * @return false when the call is not known or the event cannot come now
   */
  public boolean append(CallId call, CallEventKind kind, Instant at, Map<String, String> details) {
    Entry entry = calls.get(call);
    if (entry == null) {
      log.info("{} for call {}, which is not known", kind.wireName(), call);
      return false;
    }
    synchronized (entry) {
      Optional<CallProgress> after = entry.progress.after(kind);
      if (after.isEmpty()) {
        log.info("{} cannot follow {} in call {}", kind.wireName(), entry.progress.step(), call);
        return false;
      }
      record(entry, after.get(), kind, at, details);
      return true;
    }
  }

  /** The caller's leg is gone: the call ends as it stands, lost or ended; once. */
  public boolean hungUp(CallId call, Instant at) {
    Entry entry = calls.get(call);
    if (entry == null) {
      return false;
    }
    synchronized (entry) {
      return !entry.progress.over() && append(call, entry.progress.hangUp(), at, Map.of());
    }
  }

  /**
   * The caller was sent to voicemail and left nothing there: hung up at the greeting, or said
   * nothing. Such a call was lost after all (B9), or leaves who was torn away from a secretary
   * without anybody. Only what Asterisk leaves behind tells, so the call ends first. Saying it
   * twice changes nothing.
   */
  public void leftNothing(CallId call, Instant at) {
    hungUp(call, at);
    Entry entry = calls.get(call);
    if (entry == null) {
      return;
    }
    synchronized (entry) {
      if (entry.progress.outcome() == CallOutcome.VOICEMAIL) {
        entry.progress = entry.progress.lostAfterAll();
        close(entry, at, false);
      } else if (entry.progress.tornAway()) {
        close(entry, at, true);
      }
    }
  }

  /** The call broke with its Asterisk: ends it with that outcome. */
  public boolean broken(CallId call, Instant at) {
    Entry entry = calls.get(call);
    if (entry == null) {
      return false;
    }
    synchronized (entry) {
      if (entry.progress.over()) {
        return false;
      }
      entry.progress =
          new CallProgress(
              entry.progress.step(), entry.progress.answered(), false, CallOutcome.BROKEN);
      return append(call, CallEventKind.ENDED, at, Map.of("ending", "broken"));
    }
  }

  /**
   * A call of this node, up or ended lately: within the hour, one of the last {@value #MOST_ENDED}.
   */
  public Optional<LiveCall> find(CallId call) {
    return Optional.ofNullable(calls.get(call)).map(each -> each.call);
  }

  /** How far a call is. */
  public Optional<CallProgress> progress(CallId call) {
    return Optional.ofNullable(calls.get(call)).map(each -> each.progress);
  }

  /** The calls that are up; costs nothing for those that ended. */
  public List<LiveCall> up() {
    return up.values().stream().map(each -> each.call).toList();
  }

  /** How many entries wait for PostgreSQL; for the metrics. */
  public int backlog() {
    return writer.backlog();
  }

  /** How many entries were lost for good; for the metrics. */
  public long lost() {
    return writer.lost();
  }

  /** Completes when everything is written; before a stop. */
  public Future<Void> drained() {
    return writer.drained();
  }

  private void record(
      Entry entry,
      CallProgress after,
      CallEventKind kind,
      Instant at,
      Map<String, String> details) {
    boolean first = after.answered() && !entry.progress.answered();
    boolean news = after.over() && (!entry.progress.over() || isBetter(entry, after));
    boolean atVoicemail = entry.progress.step() == CallProgress.Step.VOICEMAIL;
    LiveCall call = entry.call;
    if (after.over() && !entry.progress.over()) {
      keepEnded(call.id());
    }
    if (after.over()) {
      up.remove(call.id());
    }
    entry.progress = after;
    entry.touched = at;
    writer.write(happened(call, new CallEvent(call.id(), entry.next++, kind, at, details)));
    if (first) {
      Optional<AccountId> by = Optional.ofNullable(details.get(SECRETARY)).map(AccountId::of);
      writer.write(new JournalEntry.Answered(call.customer(), call.id(), by, at));
    }
    if (news) {
      close(entry, at, after.tornAway() && !atVoicemail); // whether they left a message comes later
    }
  }

  private static JournalEntry happened(LiveCall call, CallEvent event) {
    return DeskCommand.Journal.promisesCallback(event.kind(), event.details())
        ? new JournalEntry.Promised(call.customer(), event, call.snapshot().homeTeam())
        : new JournalEntry.Happened(call.customer(), event);
  }

  private void close(Entry entry, Instant at, boolean tornAway) {
    LiveCall call = entry.call;
    writer.write(
        new JournalEntry.Closed(
            call.customer(),
            call.id(),
            at,
            outcome(call, entry.progress),
            call.snapshot().homeTeam(),
            tornAway));
  }

  /** Whoever answered while the router was away was not a secretary at the desk. */
  private static CallOutcome outcome(LiveCall call, CallProgress progress) {
    boolean fallback = call.decision().basis().code() == ReasonCode.FALLBACK;
    return fallback && progress.outcome() == CallOutcome.TAKEN
        ? CallOutcome.FALLBACK
        : progress.outcome();
  }

  private static boolean isBetter(Entry entry, CallProgress after) {
    return after.outcome() != entry.progress.outcome();
  }

  /** However many calls there are, memory holds so many ended ones and no more. */
  private void keepEnded(CallId call) {
    while (!ended.offer(call)) {
      CallId oldest = ended.poll();
      if (oldest != null) {
        calls.remove(oldest);
      }
    }
  }

  private void sweep(Instant now) {
    if (sweptAt.plus(Duration.ofMinutes(1)).isAfter(now)) {
      return;
    }
    sweptAt = now;
    calls
        .values()
        .removeIf(each -> each.progress.over() && each.touched.plus(KEPT_AFTER_END).isBefore(now));
  }

  /** The reason, marked when the lines in memory were old: PostgreSQL was away (R4). */
  private static Reason reason(LiveCall call) {
    Reason reason = call.decision().basis().reason();
    return call.decidedFrom().plus(STALE).isBefore(call.arrivedAt())
        ? reason.with(Reason.SNAPSHOT, call.decidedFrom().toString())
        : reason;
  }

  private static CallRecord row(LiveCall call) {
    Optional<Governing> governing = call.decision().basis().instruction();
    return new CallRecord(
        call.id(),
        call.customer(),
        call.snapshot().id(),
        call.caller().phoneNumber(),
        call.arrivedAt(),
        call.decision().name(),
        reason(call),
        governing.map(each -> new GoverningInstruction(each.id(), each.version())),
        Optional.of(call.decidedFrom()));
  }
}
