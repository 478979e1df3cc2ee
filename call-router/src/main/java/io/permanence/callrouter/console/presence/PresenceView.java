package io.permanence.callrouter.console.presence;

import io.permanence.callrouter.desk.BreakReason;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Telephone;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A secretary's own state, as her browser sees it. */
public record PresenceView(
    String state,
    Instant since,
    Optional<String> reason,
    Optional<String> breakNext,
    Optional<Instant> wrapUpEndsAt,
    TelephoneStatus telephone) {
  /** Her telephone as the server sees it. */
  public record TelephoneStatus(String kind, boolean registered, boolean resting) {
    static TelephoneStatus of(Telephone telephone) {
      return new TelephoneStatus(
          telephone.kind().name().toLowerCase(Locale.ROOT),
          telephone.registered(),
          telephone.resting());
    }
  }

  /** The view of a state. */
  public static PresenceView of(SecretaryState state) {
    return new PresenceView(
        state.presence().wireName(),
        state.since(),
        state.breakReason().map(BreakReason::wireName),
        state.breakNext().map(BreakReason::wireName),
        state.engagement() instanceof Engagement.WrapUp wrap
            ? Optional.of(wrap.endsAt())
            : Optional.empty(),
        TelephoneStatus.of(state.telephone()));
  }
}
