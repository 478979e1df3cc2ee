package io.permanence.callrouter.ami;

import org.asteriskjava.manager.action.BridgeAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;

/** Writes our commands in the library's words. */
final class AmiActions {
  private AmiActions() {}

  static ManagerAction of(AmiCommand command) {
    return switch (command) {
      case AmiCommand.Bridge bridge -> new BridgeAction(bridge.one(), bridge.other(), false);
      case AmiCommand.Redirect redirect ->
          new RedirectAction(redirect.channel(), redirect.context(), redirect.extension(), 1);
      case AmiCommand.Originate originate -> originate(originate);
      case AmiCommand.HangUp hangUp -> new HangupAction(hangUp.channel(), hangUp.cause());
      case AmiCommand.SetVariable set -> new SetVarAction(set.channel(), set.name(), set.value());
      case AmiCommand.PressKey press -> pressKey(press);
      case AmiCommand.ListChannels list -> new CoreShowChannelsAction();
      case AmiCommand.FindTelephone find -> changed("there-" + find.telephone().name());
      case AmiCommand.ReadTelephones read -> changed("telephones");
      case AmiCommand.Ping ping -> new PingAction();
    };
  }

  private static PlayDtmfAction pressKey(AmiCommand.PressKey press) {
    return new PlayDtmfAction(press.channel(), String.valueOf(press.key()));
  }

  /** The way decision 0005 found: a local channel whose extension does what AMI may not. */
  private static OriginateAction changed(String extension) {
    OriginateAction action = new OriginateAction();
    action.setChannel("Local/" + extension + "@changed");
    action.setApplication("Wait");
    action.setData("1");
    action.setAsync(true);
    return action;
  }

  private static String channel(AmiCommand.Callee callee) {
    return switch (callee) {
      case AmiCommand.Callee.Telephone telephone -> "PJSIP/" + telephone.name();
      case AmiCommand.Callee.Outside outside -> "PJSIP/" + outside.target().e164() + "@trunk";
    };
  }

  private static OriginateAction originate(AmiCommand.Originate command) {
    OriginateAction action = new OriginateAction();
    action.setActionId(command.channelId());
    action.setChannelId(command.channelId());
    action.setChannel(channel(command.callee()));
    action.setContext(command.context());
    action.setExten("s");
    action.setPriority(1);
    action.setTimeout(command.ringing().toMillis());
    action.setAsync(true);
    action.setVariables(command.variables());
    command.callerNumber().ifPresent(action::setCallerId);
    return action;
  }
}
