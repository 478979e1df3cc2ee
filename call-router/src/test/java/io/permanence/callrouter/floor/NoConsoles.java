package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.util.UUID;

/** Nobody looks. */
final class NoConsoles implements Consoles {
  @Override
  public void expected(LiveCall live) {}

  @Override
  public void offered(AccountId secretary, CallView view, Stage.Offered offer) {}

  @Override
  public void withdrawn(AccountId secretary, CallId id, UUID offer, Withdrawal reason) {}

  @Override
  public void presence(SecretaryState state) {}

  @Override
  public void changed(AccountId secretary, CallView view) {}

  @Override
  public void floorChanged() {}

  @Override
  public void notice(AccountId secretary, Notice notice) {}
}
