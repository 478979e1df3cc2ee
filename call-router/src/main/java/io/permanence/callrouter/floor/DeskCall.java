package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Channels;
import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.desk.OfferReason;
import io.permanence.callrouter.desk.Supervision;
import io.permanence.callrouter.desk.WaitingVoice.Told;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call at the desk with its legs and the commands under way; lives on the desk's event loop. */
final class DeskCall {
  /** The part each leg plays, as the dialplan and our originations mark it. */
  static final String CALLER = "caller";

  static final String SECRETARY = "secretary";
  static final String THIRD = "third";
  private static final List<String> PARTS = List.of(CALLER, SECRETARY, THIRD);

  /**
   * The variable that tells what a customer's leg is for; on the caller's leg it tells that they
   * wait for the customer without a secretary.
   */
  static final String AIM = "PM_AIM";

  /** The caller waits for the customer's leg, not the secretary. */
  static final String BLIND = "blind";

  final LiveCall live;
  CallControl control;
  final CustomerLegs customer = new CustomerLegs();

  Future<Void> commands = Future.succeededFuture();
  Instant callerSeen;
  Optional<OfferReason> why = Optional.empty();
  Told told = Told.NOTHING;
  boolean hears;
  @Nullable Instant over;

  /** Not given up before that, however long the caller has waited. */
  Instant keptUntil = Instant.MIN;

  /** The supervisor who takes part. */
  Optional<Supervision> supervision = Optional.empty();

  /** Events about it may have been missed. */
  boolean doubtful;

  DeskCall(LiveCall live, CallControl control, Instant now) {
    this.live = live;
    this.control = control;
    this.callerSeen = now;
  }

  CallId id() {
    return live.id();
  }

  Optional<AccountId> owner() {
    return control.stage().owner();
  }

  /** The leg as it is now. */
  Optional<Channel> leg(Leg leg, Channels channels) {
    return switch (leg) {
      case CALLER -> channels.newest(id(), CALLER);
      case SECRETARY -> owner().flatMap(owner -> secretaryLeg(owner, channels));
      case THIRD ->
          customer.names().stream().flatMap(name -> channels.byId(name).stream()).findFirst();
    };
  }

  static Optional<Channel> secretaryLeg(AccountId secretary, Channels channels) {
    return channels.newest(secretary, SECRETARY);
  }

  /** Whether a leg is with somebody who plays another part; who only waits is among its like. */
  static boolean isWithSomebody(Channel leg, Channels channels) {
    return channels.inBridgeOf(leg).stream()
        .anyMatch(mate -> PARTS.stream().anyMatch(mate::is) && !mate.role().equals(leg.role()));
  }

  static boolean isLegOf(AccountId secretary, Channel channel) {
    return channel.is(SECRETARY)
        && channel.id("PM_SECRETARY").filter(secretary.value()::equals).isPresent();
  }
}
