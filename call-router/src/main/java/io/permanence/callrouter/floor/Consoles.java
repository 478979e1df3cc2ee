package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.util.UUID;

/** The screens of the floor. Called on the desk's event loop; must not block. */
public interface Consoles {
  /** A call came to the desk: what its card needs may be fetched now. */
  void expected(LiveCall call);

  /** Show the offer with its card. */
  void offered(AccountId secretary, CallView call, Stage.Offered offer);

  /** Take the offer away. */
  void withdrawn(AccountId secretary, CallId call, UUID offer, Withdrawal reason);

  /** Her state changed. */
  void presence(SecretaryState state);

  /** Her call changed. */
  void changed(AccountId secretary, CallView call);

  /** Waiting calls or colleagues changed. */
  void floorChanged();

  /** Something she should read. */
  void notice(AccountId secretary, Notice notice);

  /** What she is told besides her call. */
  enum Notice {
    PAUSED_AFTER_MISSES,
    WRAP_UP_ENDED_NOTE_KEPT,
    CALLER_BACK_ON_HOLD,
    /** Her blind transfer came to nothing: the caller is on hold and hers. */
    TRANSFER_FAILED
  }
}
