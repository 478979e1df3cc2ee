package io.permanence.model.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a delivery in a worker's hands, as it is written down.
 *
 * @param state {@code SENT}, {@code FAILED}, or {@code QUEUED} when it is tried again
 * @param dueAt when it is tried again
 * @param why a code; absent when it was sent
 * @param notTaken whether the provider certainly did not take it this time
 */
public record DeliveryEnd(
    Delivery delivery,
    State state,
    Optional<String> providerRef,
    Optional<Instant> dueAt,
    Optional<String> why,
    boolean notTaken) {

  /** Where a delivery stands. */
  public enum State {
    /** Waits to be sent, for the first time or again. */
    QUEUED,
    /** The provider took it. */
    SENT,
    /** It will not be delivered. */
    FAILED
  }

  /** The provider took it, and calls it so. */
  public static DeliveryEnd sent(Delivery delivery, String providerRef) {
    return new DeliveryEnd(
        delivery, State.SENT, Optional.of(providerRef), Optional.empty(), Optional.empty(), false);
  }

  /** It is tried again at that time. */
  public static DeliveryEnd again(Delivery delivery, Instant dueAt, String why, boolean notTaken) {
    return new DeliveryEnd(
        delivery, State.QUEUED, Optional.empty(), Optional.of(dueAt), Optional.of(why), notTaken);
  }

  /** It will not be delivered. */
  public static DeliveryEnd failed(Delivery delivery, String why) {
    return new DeliveryEnd(
        delivery, State.FAILED, Optional.empty(), Optional.empty(), Optional.of(why), false);
  }
}
