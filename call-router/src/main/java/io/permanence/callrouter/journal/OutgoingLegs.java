package io.permanence.callrouter.journal;

import io.permanence.callrouter.routing.ShownNumber;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.TollFence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one way out to the trunk: the ladder's legs and the desk's go through {@link #permit}. It
 * asks the toll fence, says which number is shown to the customer (A13), and remembers what rings,
 * so that a call sent back to us by the customer's diversion is known for what it is (A15).
 *
 * <p>Memory of what rings is per node, and short: a leg is forgotten when it ends, or after the
 * longest ringing there is.
 */
public final class OutgoingLegs {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final TollFence fence;
  private final ShownNumber.Policy shownPolicy;
  private final Snapshots snapshots;
  private final Map<CallId, Ringing> ringing = new ConcurrentHashMap<>();

  public OutgoingLegs(TollFence fence, ShownNumber.Policy shownPolicy, Snapshots snapshots) {
    this.fence = fence;
    this.shownPolicy = shownPolicy;
    this.snapshots = snapshots;
  }

  private record Ringing(
      CustomerId customer, PhoneNumber target, PhoneNumber shown, Instant since, boolean cameBack) {
    boolean shows(PhoneNumber number, CustomerId to, Instant now) {
      return customer.equals(to) && shown.equals(number) && !since.plus(LONGEST).isBefore(now);
    }

    Ringing returned() {
      return new Ringing(customer, target, shown, since, true);
    }
  }

  /** Whether a number may be dialled, and how. */
  public sealed interface Permit {
    /** Dial this number and show that one. */
    record Granted(PhoneNumber target, PhoneNumber shown) implements Permit {}

    /** It may not be dialled. */
    record Refused(TollFence.Verdict verdict) implements Permit {}
  }

  /** Asks to ring a number for a call; a granted leg counts as ringing until {@link #ended}. */
  public Permit permit(LiveCall call, PhoneNumber target, Instant now) {
    TollFence.Verdict verdict = fence.check(target, snapshots.byNumber(target).isPresent());
    if (!verdict.passes()) {
      return new Permit.Refused(verdict);
    }
    PhoneNumber shown = ShownNumber.of(shownPolicy, call.snapshot().line(), call.caller());
    ringing.values().removeIf(each -> each.since().plus(LONGEST).isBefore(now));
    ringing.put(call.id(), new Ringing(call.customer(), target, shown, now, false));
    return new Permit.Granted(target, shown);
  }

  /** The leg of that call rings no more, whatever became of it. */
  public void ended(CallId call) {
    ringing.remove(call);
  }

  /** Whether the leg that rang last for this call was sent back to us. */
  public boolean cameBack(CallId call) {
    return Optional.ofNullable(ringing.get(call)).map(Ringing::cameBack).orElse(false);
  }

  /**
   * Whether a call that arrives is one of our own legs sent back (A15): it comes from the number
   * that a leg of the same customer shows at this moment, or from one of our own lines, which call
   * nobody. The leg is marked, so that its step ends as a loop. Two legs of one customer that show
   * the same number cannot be told apart: both are marked.
   */
  public boolean isReturning(CustomerId customer, PhoneNumber from, Instant now) {
    boolean found = ringing.values().stream().anyMatch(leg -> leg.shows(from, customer, now));
    ringing.replaceAll((id, leg) -> leg.shows(from, customer, now) ? leg.returned() : leg);
    return found || snapshots.byNumber(from).isPresent();
  }
}
