package io.permanence.push.relay;

import io.permanence.model.delivery.Channel;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.vertx.core.Future;

/** Brings one delivery to a provider. */
public interface Carrier {
  /** The channel it serves. */
  Channel channel();

  /** How many deliveries it carries at the same time. */
  int atOnce();

  /**
   * Hands the delivery over. What the provider says is an outcome; the future fails only for a bug,
   * which counts as {@link Outcome.Unsure}.
   */
  Future<Outcome> carry(Sending.Go sending);

  /** Lets go of connections and threads. */
  Future<Void> close();
}
