package io.permanence.callrouter.journal;

import io.permanence.model.id.CallId;
import io.vertx.core.Future;

/**
 * Where callers wait for a secretary; the desk implements it. Called on an event loop; must not
 * block.
 */
public interface WaitingRoom {
  /**
   * A caller is sent to the desk and is about to hear music; by the decision itself, after an
   * exhausted ladder, or found waiting after a restart. May be called again for a call that is
   * already known; then nothing changes. The room notes <em>waiting</em> in the journal.
   */
  void expect(LiveCall call);

  /**
   * The caller has been in the music for another ten seconds: what now? Must be answered within a
   * second.
   */
  Future<Patience> stillWaiting(CallId call);

  /** What becomes of a waiting caller. */
  enum Patience {
    /** Goes on waiting. */
    WAIT,
    /** Nobody will come: a message, then voicemail. */
    VOICEMAIL
  }
}
