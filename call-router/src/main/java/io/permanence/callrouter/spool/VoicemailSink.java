package io.permanence.callrouter.spool;

import io.vertx.core.Future;

/**
 * Makes a voicemail visible: a task of kind VOICEMAIL for the team, and the message to the customer
 * through the outbox, in one transaction. The desk implements it.
 *
 * <p>The call's row exists when this is called. The same voicemail may come again after a crash:
 * what is there already is left alone (ids are derived from the call's).
 */
@FunctionalInterface
public interface VoicemailSink {
  /**
   * Takes the voicemail.
   *
   * @return fails when it could not be kept; it is offered again later
   */
  Future<Void> left(Voicemail voicemail);
}
