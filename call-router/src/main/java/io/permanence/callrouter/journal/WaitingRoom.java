package io.permanence.callrouter.journal;

import io.permanence.callrouter.desk.WaitingPhrase;
import io.permanence.model.id.CallId;
import io.vertx.core.Future;
import java.util.List;

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

  /** The caller pressed a key when the way out was offered. Must be answered within a second. */
  Future<Patience> pressed(CallId call, int key);

  /** What becomes of a waiting caller. */
  sealed interface Patience {
    /** Goes on waiting. */
    record Wait() implements Patience {}

    /** Nobody will come, or a message is what the caller wants: voicemail. */
    record Voicemail() implements Patience {}

    /** Is told something and goes on waiting. */
    record Hear(String language, List<WaitingPhrase> phrases) implements Patience {}

    /** Is asked what to do; the key comes back by {@link #pressed}. */
    record Choose(String language, WaitingPhrase question) implements Patience {}

    /** Is told that somebody will call back, and leaves. */
    record Goodbye(String language) implements Patience {}
  }
}
