package io.permanence.callrouter.console.team;

import io.permanence.model.call.CallEvent;
import io.permanence.model.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each secretary of a call spoke with its caller (B11): from the answer, or from picking
 * up, until the caller hears music, is put through, goes back to the desk or hangs up. A hold, a
 * consultation, a parking place and the conversation that goes on without her are no talk of hers;
 * a conference is. What has not ended yet is not counted yet; of a conversation over midnight each
 * day has its part. Pure.
 */
final class TalkTime {
  private final Map<AccountId, Duration> each = new HashMap<>();
  private Optional<AccountId> hers = Optional.empty();
  private Optional<AccountId> talking = Optional.empty();
  private Instant since = Instant.EPOCH;

  private final Instant from;

  private TalkTime(Instant from) {
    this.from = from;
  }

  /** Counts one call, from that instant on. */
  static Map<AccountId, Duration> of(List<CallEvent> events, Instant from) {
    TalkTime time = new TalkTime(from);
    events.stream().sorted(Comparator.comparingInt(CallEvent::sequence)).forEach(time::take);
    return time.each;
  }

  private void take(CallEvent event) {
    switch (event.kind()) {
      case ANSWERED, PICKED_UP -> {
        stop(event.at());
        hers = secretary(event);
        start(event.at());
      }
      case RESUMED, CONFERENCED -> {
        hers = secretary(event).or(() -> hers);
        start(event.at());
      }
      case HELD, CONSULTING -> stop(event.at());
      case PARKED, PUT_THROUGH, WAITING, OFFERED, VOICEMAIL, LOST, ENDED -> {
        stop(event.at());
        hers = Optional.empty();
      }
      case ARRIVED, DECIDED, ANNOUNCED, DECLINED, MISSED, CARD_SHOWN, LADDER_STEP, WRAPPED -> {}
    }
  }

  private static Optional<AccountId> secretary(CallEvent event) {
    return Optional.ofNullable(event.details().get("secretary")).map(AccountId::of);
  }

  private void start(Instant at) {
    if (talking.isEmpty()) {
      talking = hers;
      since = at;
    }
  }

  private void stop(Instant at) {
    Instant counted = since.isBefore(from) ? from : since;
    if (at.isAfter(counted)) {
      talking.ifPresent(who -> each.merge(who, Duration.between(counted, at), Duration::plus));
    }
    talking = Optional.empty();
  }
}
