package io.permanence.callrouter.floor;

import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;

/**
 * What is left to be done after a call; becomes tasks (B9), as lost and broken calls do with their
 * end in the journal, and wishes to be called back. Called on the desk's event loop; tries by
 * itself until it is written, and doing it twice does no harm.
 */
public interface Aftermath {
  /**
   * The wrap-up is over, or there is none because her telephone was lost; an unsent note becomes
   * the secretary's task (B6).
   */
  void noLongerHers(AccountId secretary, LiveCall call);
}
