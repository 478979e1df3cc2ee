package io.permanence.callrouter.spool;

import io.vertx.core.Future;

/**
 * Makes a voicemail visible and audible: the recording, the note that tells the customer of it, the
 * message through the outbox, and a task of kind VOICEMAIL for the team, in one transaction. The
 * desk implements it.
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
