package io.permanence.push.plan;

import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import java.time.Instant;
import java.util.Optional;

/** What is written down after an answer, or the lack of one. */
public sealed interface Closing {
  /** Sent. */
  record Sent(String providerRef) implements Closing {}

  /**
   * Tried again later.
   *
   * @param notTaken the provider certainly did not take it this time
   */
  record Again(Instant dueAt, String why, boolean notTaken) implements Closing {}

  /**
   * Not delivered.
   *
   * @param retire whether the push device is gone for good
   */
  record Dead(String why, boolean retire) implements Closing {}

  /**
   * Decides.
   *
   * @param jitter at least 0, less than 1
   */
  static Closing of(
      Delivery delivery, Message message, Outcome outcome, Instant now, double jitter) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> new Sent(accepted.providerRef());
      case Outcome.Gone gone -> new Dead(gone.why(), delivery.channel() == Channel.PUSH);
      case Outcome.Failed failed -> new Dead(failed.why(), false);
      case Outcome.Retry retry -> {
        Instant due = now.plus(RetrySchedule.delay(delivery.attempts(), retry.after(), jitter));
        yield again(message, due, retry.why(), true);
      }
      case Outcome.Unsure unsure -> {
        Instant due = now.plus(RetrySchedule.delay(delivery.attempts(), Optional.empty(), jitter));
        yield delivery.channel() == Channel.SMS && delivery.unsure() >= 2
            ? new Dead("maybe-sent-twice", false)
            : again(message, due, unsure.why(), false);
      }
    };
  }

  private static Closing again(Message message, Instant due, String why, boolean notTaken) {
    return due.isBefore(Lifetime.end(message))
        ? new Again(due, why, notTaken)
        : new Dead("provider-unavailable", false);
  }
}
