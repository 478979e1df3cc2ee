package io.permanence.push.sms;

import io.permanence.model.PhoneNumber;
import io.permanence.push.plan.Outcome;
import io.vertx.core.Future;

/** A provider of short messages. */
public interface Gateway {
  /**
   * Sends one message.
   *
   * @param text in the network's alphabet, two parts at most
   * @param reference the same for every repeat of this message: a gateway that knows it sends it
   *     once
   */
  Future<Outcome> send(PhoneNumber to, String text, String reference);

  /** Lets go of connections. */
  void close();
}
