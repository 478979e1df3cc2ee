package io.permanence.callrouter.ami;

import io.permanence.model.id.CallId;

/** What Asterisk tells us, in our words. Hints: the desk confirms them against its own state. */
public sealed interface AmiEvent {
  /** Something about a channel was said; {@code channel.bridge()} is empty when it was not. */
  sealed interface OfChannel extends AmiEvent {
    /** The channel as it is now. */
    Channel channel();
  }

  /** The connection to Asterisk stands (again); what was known may be out of date. */
  record Connected() implements AmiEvent {}

  /** The connection is lost; calls go on without us. */
  record Disconnected() implements AmiEvent {}

  /**
   * Asterisk is dead, or was started anew since we last heard it: the channels it had are gone, and
   * the calls in them broke.
   */
  record Died() implements AmiEvent {}

  /** One of the channels there are; the answer to {@link AmiCommand.ListChannels}. */
  record ChannelListed(Channel channel) implements OfChannel {}

  /** All channels have been listed after a new connection: the picture is complete. */
  record ChannelsListed() implements AmiEvent {}

  /** All channels have been listed once more ({@link Switchboard#look}). */
  record LookedAgain() implements AmiEvent {}

  /** A channel changed its state, for example began to ring. */
  record Stated(Channel channel, boolean ringing, boolean up) implements OfChannel {}

  /** A channel entered a bridge. */
  record EnteredBridge(Channel channel, String bridgeName) implements OfChannel {}

  /** A channel left a bridge. */
  record LeftBridge(Channel channel, String bridge) implements OfChannel {}

  /**
   * A channel is gone.
   *
   * @param cause Q.850, or {@link #BROKE}
   */
  record HungUp(Channel channel, int cause) implements OfChannel {
    /** Nobody hung up: Asterisk died. */
    public static final int BROKE = -1;

    /** Whether the channel died with its Asterisk. */
    public boolean broke() {
      return cause == BROKE;
    }
  }

  /**
   * An attempt to call somebody ended.
   *
   * @param reason Asterisk's: 3 no answer, 4 answered, 5 busy, 8 congestion, 0 anything else
   */
  record Originated(String channelId, boolean success, int reason) implements AmiEvent {}

  /** The dialplan's fallback took the call: it had no answer from us in time. */
  record FellBack(CallId call) implements AmiEvent {}

  /** The file of telephones has been read. */
  record TelephonesRead() implements AmiEvent {}

  /** Asterisk has read its configuration and knows what was registered when it was stopped. */
  record Booted() implements AmiEvent {}

  /** The answer to {@link AmiCommand.FindTelephone}. */
  record TelephoneFound(String endpoint, boolean there) implements AmiEvent {}

  /** A telephone is registered at that address, or no longer there. */
  record ContactChanged(String endpoint, String address, boolean registered) implements AmiEvent {}
}
