package io.permanence.sync.run;

import io.permanence.model.line.BusyTimes;
import io.permanence.store.Tx;
import io.permanence.store.google.BusyMirror;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.SyncRuns;
import io.permanence.sync.google.Answered;
import io.permanence.sync.google.GoogleCalendar;
import io.permanence.sync.plan.BusyChanges;
import io.permanence.sync.plan.BusyPlan;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * One run over the busy times of a calendar (A8). In this order: may we still (consent, lease);
 * fetch; write all of it, with the same question in the same transaction. An answer that is none
 * changes nothing: what is known goes on deciding until it is past.
 */
final class CalendarRun {
  private final Lease lease;
  private final GoogleCalendar calendar;
  private final String accessToken;

  CalendarRun(Lease lease, GoogleCalendar calendar, String accessToken) {
    this.lease = lease;
    this.calendar = calendar;
    this.accessToken = accessToken;
  }

  /** The link was held and the run put on record just now. */
  Future<Ending> from(GoogleLink link) {
    return calendar
        .busy(accessToken, BusyPlan.window(lease.now()))
        .compose(answer -> take(link, answer));
  }

  private Future<Ending> take(GoogleLink link, Answered answer) {
    return switch (answer) {
      case Answered.Busy busy -> keep(link, busy.times());
      case Answered.Ended ended -> lease.failed(link, new Ending.NeedsConsent());
      case Answered.Unavailable unavailable ->
          lease.failed(link, new Ending.Failed(unavailable.why()));
    };
  }

  private Future<Ending> keep(GoogleLink link, BusyTimes answer) {
    return lease
        .inForce(
            link,
            (tx, held) ->
                BusyMirror.kept(tx, held.customer())
                    .map(kept -> BusyPlan.changes(kept, held.consent(), answer))
                    .compose(changes -> write(tx, held, changes))
                    .compose(written -> lease.done(tx, held, Optional.empty())))
        .map(done -> done.orElseGet(Ending.Stopped::new));
  }

  private Future<Void> write(Tx tx, GoogleLink link, BusyChanges changes) {
    return BusyMirror.put(tx, link.customer(), link.consent(), changes.added(), lease.now())
        .compose(
            kept ->
                kept
                    ? BusyMirror.remove(tx, link.customer(), changes.removed())
                    : Future.failedFuture(
                        "the consent of " + link.key() + " is for something else"))
        .compose(
            removed ->
                SyncRuns.count(
                    tx,
                    link.customer(),
                    lease.run(),
                    changes.added().size(),
                    0,
                    changes.removed().size()));
  }
}
