package io.permanence.callrouter.floor;

import io.permanence.callrouter.ami.AmiCommand;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.ami.Switchboard;
import io.permanence.callrouter.desk.DeskCommand;
import io.permanence.callrouter.desk.Leg;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.OutgoingLegs;
import io.permanence.callrouter.journal.OutgoingLegs.Permit;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.TollRefusal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out what a call's next step needs of Asterisk. */
final class Hands {
  private final Clock clock;
  private final Switchboard switchboard;
  private final OutgoingLegs outgoing;
  private final Telephones telephones;
  private final Function<LiveCall, String> voicemailSound;

  Hands(
      Clock clock,
      Switchboard switchboard,
      OutgoingLegs outgoing,
      Telephones telephones,
      Function<LiveCall, String> voicemailSound) {
    this.clock = clock;
    this.switchboard = switchboard;
    this.outgoing = outgoing;
    this.telephones = telephones;
    this.voicemailSound = voicemailSound;
  }

  /** The toll fence would not have some number of a rung, or any. */
  static final class TollRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<ForwardingNumberId, TollRefusal> refused;

    private final boolean others;

    TollRefused(Map<ForwardingNumberId, TollRefusal> refused, boolean others) {
      super("the toll fence refused " + refused.values(), null, false, false);
      this.refused = Map.copyOf(refused);
      this.others = others;
    }

    /** Whether other numbers of the rung ring. */
    boolean others() {
      return others;
    }

    Map<ForwardingNumberId, TollRefusal> refused() {
      return refused;
    }
  }

  /** Whether a leg to her telephone stands. */
  boolean hasLeg(AccountId secretary) {
    return DeskCall.secretaryLeg(secretary, switchboard.channels()).isPresent();
  }

  /**
   * Makes ready what is done when the command's turn comes. Who the secretary is and which leg the
   * customer's is are fixed now: the call may have moved on until then.
   */
  Supplier<Future<Void>> prepare(DeskCall call, DeskCommand.Telephony command) {
    return switch (command) {
      case DeskCommand.Bridge bridge -> bridge(call, bridge);
      case DeskCommand.RedirectToHold hold -> () -> toMusic(call);
      case DeskCommand.RedirectToVoicemail voicemail -> () -> voicemail(call);
      case DeskCommand.RingSecretary ring -> () -> telephones.ring(ring.secretary());
      case DeskCommand.OriginateThird third -> ring(call, third);
      case DeskCommand.SilenceOthers others -> silence(call, others.answered());
      case DeskCommand.AddCaller add -> {
        Supplier<Optional<Channel>> secretary = leg(call, Leg.SECRETARY);
        yield () -> switchboard.add(leg(call, Leg.CALLER), secretary);
      }
      case DeskCommand.RestSecretary rest -> {
        Supplier<Optional<Channel>> secretary = leg(call, Leg.SECRETARY);
        yield () -> leave(secretary);
      }
      case DeskCommand.MarkSlot mark -> () -> markSlot(call, mark.slot());
      case DeskCommand.MarkLetGo letGo -> () -> mark(call, DeskCall.AIM, DeskCall.BLIND);
      case DeskCommand.SendDigits send -> {
        Supplier<Optional<Channel>> hearer = leg(call, send.leg());
        yield () -> switchboard.press(hearer, send.digits().keys());
      }
      case DeskCommand.HangUp hangUp -> hangUp(call, hangUp.leg());
    };
  }

  private Supplier<Optional<Channel>> leg(DeskCall call, Leg leg) {
    return switch (leg) {
      case SECRETARY -> {
        Optional<AccountId> owner = call.owner();
        yield () -> owner.flatMap(each -> DeskCall.secretaryLeg(each, switchboard.channels()));
      }
      case THIRD -> {
        Optional<String> third = call.customer.first();
        yield () -> third.flatMap(switchboard.channels()::byId);
      }
      case CALLER -> () -> call.leg(Leg.CALLER, switchboard.channels());
    };
  }

  private Supplier<Future<Void>> bridge(DeskCall call, DeskCommand.Bridge bridge) {
    Supplier<Optional<Channel>> one = leg(call, bridge.one());
    Supplier<Optional<Channel>> other = leg(call, bridge.other());
    Optional<AccountId> owner = call.owner();
    boolean hers = bridge.one() == Leg.CALLER && bridge.other() == Leg.SECRETARY;
    return () -> {
      if (hers) {
        owner.ifPresent(who -> markHolder(call, who.toString(), ""));
      }
      return switchboard.fetch(one, other, this::quietPlace, () -> call.hears);
    };
  }

  /** Where a leg goes first for which music or silence is made: not who is with somebody. */
  private Optional<String> quietPlace(Channel leg) {
    if (DeskCall.isWithSomebody(leg, switchboard.channels())) {
      return Optional.empty();
    }
    return leg.is(DeskCall.CALLER)
        ? Optional.of("desk-fetched")
        : leg.is(DeskCall.SECRETARY) ? Optional.of("desk-taking") : Optional.empty();
  }

  /** Nothing when the caller hears music already: moving would only begin it anew. */
  private Future<Void> toMusic(DeskCall call) {
    Supplier<Optional<Channel>> caller = leg(call, Leg.CALLER);
    boolean hearsMusic =
        caller
            .get()
            .filter(leg -> leg.bridge().isPresent())
            .filter(leg -> !DeskCall.isWithSomebody(leg, switchboard.channels()))
            .isPresent();
    return hearsMusic ? Future.succeededFuture() : switchboard.rest(caller, "desk-hold");
  }

  /** A desk phone is put down instead, which is leaving, too. */
  private Future<Void> leave(Supplier<Optional<Channel>> secretary) {
    return switchboard
        .rest(secretary, "desk-idle")
        .recover(
            failure ->
                secretary.get().isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  private Future<Void> markSlot(DeskCall call, int slot) {
    return slot == 0
        ? markHolder(call, "", "").compose(marked -> mark(call, DeskCall.AIM, ""))
        : markHolder(call, null, Integer.toString(slot));
  }

  /**
   * So that a restart finds who holds a caller that rests in music, or where the caller is parked.
   */
  private Future<Void> markHolder(DeskCall call, @Nullable String secretary, String slot) {
    Future<Void> marked = mark(call, "PM_SLOT", slot);
    return secretary == null
        ? marked
        : marked.compose(done -> mark(call, "PM_SECRETARY", secretary));
  }

  /** Nothing when the caller is gone. */
  private Future<Void> mark(DeskCall call, String variable, String value) {
    return call.leg(Leg.CALLER, switchboard.channels())
        .map(caller -> switchboard.mark(caller, variable, value))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> voicemail(DeskCall call) {
    Optional<Channel> caller = call.leg(Leg.CALLER, switchboard.channels());
    if (caller.isEmpty()) {
      return Future.succeededFuture();
    }
    return switchboard
        .mark(caller.get(), "PM_SOUND", voicemailSound.apply(call.live))
        .compose(marked -> switchboard.redirect(caller.get(), "voicemail"))
        .recover(
            failure ->
                call.leg(Leg.CALLER, switchboard.channels()).isEmpty()
                    ? Future.succeededFuture() // who has hung up meanwhile is in nobody's music
                    : Future.failedFuture(failure));
  }

  /** Each number has a leg of its own, asked of the toll fence before it is dialled (A14). */
  private Supplier<Future<Void>> ring(DeskCall call, DeskCommand.OriginateThird third) {
    Map<String, ForwardingNumberId> legs = call.customer.begin(third.rung().numbers());
    return () -> {
      List<Future<Void>> rings = new ArrayList<>();
      Map<ForwardingNumberId, TollRefusal> refused = new LinkedHashMap<>();
      legs.forEach(
          (name, number) -> {
            if (!call.customer.isDropped(name)) { // given up before it began
              switch (permit(call, number)) {
                case Permit.Refused no -> {
                  refused.put(number, no.why());
                  call.customer.forget(name);
                }
                case Permit.Granted granted ->
                    rings.add(originate(call, third, name, number, granted));
              }
            }
          });
      return Future.join(rings)
          .compose(
              rung ->
                  refused.isEmpty()
                      ? Future.succeededFuture()
                      : Future.failedFuture(new TollRefused(refused, !rings.isEmpty())));
    };
  }

  private Permit permit(DeskCall call, ForwardingNumberId number) {
    return Ladders.step(call.live, number)
        .flatMap(step -> Ladders.target(step, number))
        .map(target -> outgoing.permit(call.live, target.number(), clock.instant()))
        .orElseGet(() -> new Permit.Refused(TollRefusal.NOT_PROVEN));
  }

  private Future<Void> originate(
      DeskCall call,
      DeskCommand.OriginateThird third,
      String channelId,
      ForwardingNumberId number,
      Permit.Granted granted) {
    return switchboard.originate(
        new AmiCommand.Originate(
            channelId,
            new AmiCommand.Callee.Outside(granted.target()),
            "desk-third",
            Duration.ofSeconds(third.rung().ringSeconds()),
            Optional.of(granted.shown().e164()),
            Map.of(
                "PM_CALL",
                call.id().toString(),
                "PM_ROLE",
                DeskCall.THIRD,
                DeskCall.AIM,
                third.blind() ? DeskCall.BLIND : "consult",
                "PM_STEP",
                number.toString())));
  }

  private Supplier<Future<Void>> silence(DeskCall call, ForwardingNumberId answered) {
    List<String> others = call.customer.dropAllBut(answered);
    return () -> hangUp(others);
  }

  private Future<Void> hangUp(List<String> legs) {
    return Future.join(legs.stream().map(switchboard::hangUp).toList()).mapEmpty();
  }

  private Supplier<Future<Void>> hangUp(DeskCall call, Leg leg) {
    if (leg == Leg.THIRD) {
      List<String> legs = call.customer.drop();
      return () -> {
        outgoing.ended(call.id());
        return hangUp(legs);
      };
    }
    Supplier<Optional<Channel>> channel = leg(call, leg);
    return () ->
        channel.get().map(each -> switchboard.hangUp(each.id())).orElseGet(Future::succeededFuture);
  }
}
