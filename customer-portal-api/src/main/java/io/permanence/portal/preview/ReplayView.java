package io.permanence.portal.preview;

import io.permanence.model.PhoneNumber;
import io.permanence.portal.call.ReasonView;
import io.permanence.portal.preview.Replay.Replayed;
import io.permanence.routing.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Past calls under a draft as the contract shows them. */
record ReplayView(
    Instant from,
    Instant to,
    int calls,
    boolean more,
    int changed,
    Counts went,
    Counts would,
    List<Call> items) {
  /** How many calls went each way. */
  record Counts(long putThrough, long desk, long voicemail, long message, long blocked) {
    static Counts of(List<Replayed> calls, Function<Replayed, Way> way) {
      return new Counts(
          count(calls, way, Way.PUT_THROUGH),
          count(calls, way, Way.DESK),
          count(calls, way, Way.VOICEMAIL),
          count(calls, way, Way.MESSAGE),
          count(calls, way, Way.BLOCKED));
    }

    private static long count(List<Replayed> calls, Function<Replayed, Way> way, Way wanted) {
      return calls.stream().filter(each -> way.apply(each) == wanted).count();
    }
  }

  record Call(
      UUID id,
      Instant arrivedAt,
      Optional<String> number,
      Optional<String> name,
      String went,
      String would,
      boolean changed,
      ReasonView reason) {}

  static ReplayView of(Replay replay, Instant from, Instant to) {
    List<Replayed> calls = replay.calls();
    return new ReplayView(
        from,
        to,
        calls.size(),
        replay.more(),
        (int) calls.stream().filter(Replayed::changed).count(),
        Counts.of(calls, Replayed::went),
        Counts.of(calls, Replayed::would),
        calls.stream().map(ReplayView::call).toList());
  }

  private static Call call(Replayed each) {
    return new Call(
        each.call().id().value(),
        each.call().arrivedAt(),
        each.call().caller().map(PhoneNumber::e164),
        each.call().name(),
        each.went().name(),
        each.would().name(),
        each.changed(),
        ReasonView.of(each.basis()));
  }
}
