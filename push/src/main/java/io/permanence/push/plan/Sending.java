package io.permanence.push.plan;

import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.Target;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a claimed delivery is sent, and where to. In this order:
 *
 * <ol>
 *   <li>its lease leaves no time for an answer: left to whoever claims it next;
 *   <li>workers vanished with it {@value #MOST_ABANDONED} times: parked;
 *   <li>the note or call is gone: not sent;
 *   <li>it is too late for it (an incoming call that has rung out): not sent;
 *   <li>an SMS that may have been sent twice already: not sent a third time;
 *   <li>push: the device is gone, refused for good, or its consent was withdrawn: not sent;
 *   <li>otherwise it is sent.
 * </ol>
 */
public sealed interface Sending {
  /** How long a provider may take to answer. */
  Duration PATIENCE = Duration.ofSeconds(8);

  /** How many times a worker may vanish with a delivery before it is parked. */
  int MOST_ABANDONED = 5;

  /** Send it. */
  record Go(Delivery delivery, Message message, String address) implements Sending {}

  /** Do not send it, ever. */
  record Never(Delivery delivery, String why) implements Sending {}

  /** Not by this worker: the lease is nearly over. */
  record TooLate(Delivery delivery) implements Sending {}

  /** Decides. */
  static Sending of(Delivery delivery, Target target, Instant now) {
    if (now.plus(PATIENCE).isAfter(delivery.claimedUntil())) {
      return new TooLate(delivery);
    }
    if (delivery.abandoned() >= MOST_ABANDONED) {
      return new Never(delivery, "parked");
    }
    if (target.message().isEmpty()) {
      return new Never(delivery, "message-deleted");
    }
    Message message = target.message().get();
    if (Lifetime.over(message, now)) {
      return new Never(delivery, "expired");
    }
    if (delivery.channel() == Channel.SMS && delivery.unsure() > 2) {
      return new Never(delivery, "maybe-sent-twice");
    }
    return delivery.channel() == Channel.PUSH
        ? push(delivery, message, target)
        : delivery
            .address()
            .<Sending>map(address -> new Go(delivery, message, address))
            .orElseGet(() -> new Never(delivery, "address-gone"));
  }

  private static Sending push(Delivery delivery, Message message, Target target) {
    if (!target.consent()) {
      return new Never(delivery, "consent-withdrawn");
    }
    if (target.retired() || target.token().isEmpty()) {
      return new Never(delivery, "address-gone");
    }
    return new Go(delivery, message, target.token().get());
  }
}
