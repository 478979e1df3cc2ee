package io.permanence.callrouter.spool;

import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.JournalRecovery;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.Snapshots;
import io.permanence.callrouter.journal.TrunkNumbers;
import io.permanence.callrouter.spool.Sidecar.Outcome;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineSnapshot;
import io.permanence.routing.RoutingPolicy;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what Asterisk left behind into journal entries and voicemails. The same sidecar may be
 * imported any number of times.
 */
public final class SpoolImport {
  private final Snapshots snapshots;
  private final TrunkNumbers numbers;
  private final CallJournal journal;
  private final JournalRecovery recovery;
  private final VoicemailSink voicemails;

  public SpoolImport(
      Snapshots snapshots,
      TrunkNumbers numbers,
      CallJournal journal,
      JournalRecovery recovery,
      VoicemailSink voicemails) {
    this.snapshots = snapshots;
    this.numbers = numbers;
    this.journal = journal;
    this.recovery = recovery;
    this.voicemails = voicemails;
  }

  /**
   * Imports one sidecar.
   *
   * @param recording a wav file; absent when there is none, or nothing is on it
   * @return completes when everything is in the store, so that sidecar and recording may go
   */
  public Future<Void> take(Sidecar sidecar, Optional<Buffer> recording) {
    if (!snapshots.loaded()) {
      return Future.failedFuture("no line is loaded yet");
    }
    Optional<LineSnapshot> line = numbers.number(sidecar.dialled()).flatMap(snapshots::byNumber);
    if (line.isEmpty()) {
      journal.unrouted(sidecar.call(), sidecar.arrivedAt(), ReasonCode.UNKNOWN_NUMBER);
      return journal.drained().mapEmpty();
    }
    return known(sidecar, line.get())
        .onSuccess(ignored -> note(sidecar, recording.isPresent()))
        .compose(ignored -> journal.drained())
        .compose(ignored -> keep(sidecar, line.get().line(), recording));
  }

  /** The call as the journal has it, or as the fallback took it. */
  private Future<Void> known(Sidecar sidecar, LineSnapshot line) {
    if (journal.find(sidecar.call()).isPresent()) {
      return Future.succeededFuture();
    }
    return recovery
        .resume(line.line().customerId(), sidecar.call())
        .map(
            resumed -> {
              if (resumed.isEmpty()) {
                journal.open(fallback(sidecar, line));
              }
              return null;
            });
  }

  private LiveCall fallback(Sidecar sidecar, LineSnapshot line) {
    return new LiveCall(
        sidecar.call(),
        numbers.caller(sidecar.caller()),
        sidecar.arrivedAt(),
        line,
        RoutingPolicy.fallback(),
        sidecar.arrivedAt());
  }

  private void note(Sidecar sidecar, boolean recorded) {
    if (sidecar.outcome() == Outcome.VOICEMAIL && recorded) {
      journal.append(
          sidecar.call(),
          CallEventKind.VOICEMAIL,
          recordedAt(sidecar),
          Map.of("seconds", Integer.toString(sidecar.seconds())));
    } else if (sidecar.outcome() == Outcome.ANSWERED) {
      journal.append(
          sidecar.call(),
          CallEventKind.ANSWERED,
          sidecar.endedAt().minusSeconds(sidecar.seconds()),
          Map.of("by", "emergency"));
    }
    if (!recorded && sidecar.outcome() != Outcome.ANSWERED) {
      journal.leftNothing(sidecar.call(), sidecar.endedAt());
    }
    journal.hungUp(sidecar.call(), sidecar.endedAt());
  }

  private Future<Void> keep(Sidecar sidecar, Line line, Optional<Buffer> recording) {
    return recording
        .map(
            audio ->
                voicemails.left(
                    new Voicemail(
                        sidecar.call(),
                        line.customerId(),
                        line.id(),
                        line.homeTeam(),
                        numbers.caller(sidecar.caller()),
                        sidecar.seconds(),
                        recordedAt(sidecar),
                        audio)))
        .orElseGet(Future::succeededFuture);
  }

  private static Instant recordedAt(Sidecar sidecar) {
    return sidecar.recordedAt().orElse(sidecar.endedAt());
  }
}
