package io.permanence.callrouter.desk;

import static io.permanence.model.call.CallEventKind.ANSWERED;
import static io.permanence.model.call.CallEventKind.CARD_SHOWN;
import static io.permanence.model.call.CallEventKind.DECLINED;
import static io.permanence.model.call.CallEventKind.MISSED;
import static io.permanence.model.call.CallEventKind.OFFERED;

import io.permanence.callrouter.desk.DeskCommand.Bridge;
import io.permanence.callrouter.desk.DeskCommand.Journal;
import io.permanence.callrouter.desk.DeskCommand.RedirectToVoicemail;
import io.permanence.callrouter.desk.DeskCommand.RingSecretary;
import io.permanence.callrouter.desk.DeskCommand.ShowOffer;
import io.permanence.callrouter.desk.DeskCommand.Tell;
import io.permanence.callrouter.desk.DeskCommand.WithdrawOffer;
import io.permanence.callrouter.desk.DeskCommand.Withdrawal;
import io.permanence.callrouter.desk.Stage.Connecting;
import io.permanence.callrouter.desk.Stage.Offered;
import io.permanence.callrouter.desk.Stage.Over;
import io.permanence.callrouter.desk.Stage.Talking;
import io.permanence.callrouter.desk.Stage.Waiting;
import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From waiting to talking: the part of {@link CallControl} that is about offers (B2, B3). */
final class CallOffers {
  private CallOffers() {}

  static Step offer(CallControl call, CallSignal.Offer offer, Instant now) {
    if (!(call.stage() instanceof Waiting waiting)) {
      return call.ignored();
    }
    AccountId secretary = offer.secretary();
    Offered offered =
        new Offered(
            offer.offer(),
            secretary,
            now,
            offer.expiresAt(),
            waiting.returning(),
            false,
            false,
            offer.legRests());
    List<DeskCommand> commands = new ArrayList<>();
    commands.add(
        new Tell(
            secretary, new SecretarySignal.Offered(call.id(), offer.offer(), offer.expiresAt())));
    commands.add(new ShowOffer(secretary, offer.offer()));
    Map<String, String> details = new HashMap<>(offer.why());
    details.putAll(by(secretary));
    commands.add(new Journal(OFFERED, details));
    if (!offer.legRests()) {
      commands.add(new RingSecretary(secretary));
    }
    return new Step.Done(call.entering(offered, now), commands);
  }

  static Step cardShown(CallControl call, CallSignal.CardShown shown, Instant now) {
    if (!(call.stage() instanceof Offered offered)
        || !offered.offer().equals(shown.offer())
        || offered.cardShown()) {
      return call.ignored();
    }
    Map<String, String> details = new HashMap<>(by(offered.secretary()));
    details.put("how", shown.painted() ? "painted" : "background");
    return connectWhenComplete(
        call, offered.withCardShown(), now, new Journal(CARD_SHOWN, details));
  }

  static Step legRests(CallControl call, Instant now) {
    if (call.stage() instanceof Stage.PickingUp picking) {
      return CallParking.legRests(call, picking, now);
    }
    return call.stage() instanceof Offered offered && !offered.legRests()
        ? connectWhenComplete(call, offered.withLegResting(), now)
        : call.ignored();
  }

  static Step accept(CallControl call, CallSignal.Accept accept, Instant now) {
    return switch (call.stage()) {
      case Offered offered when offered.offer().equals(accept.offer()) ->
          offered.cardShown()
              ? connectWhenComplete(call, offered.withAccepted(), now)
              : new Step.Refused(Step.Refusal.CARD_NOT_SHOWN);
      case Connecting connecting when connecting.offer().equals(accept.offer()) -> call.ignored();
      case Talking talking -> call.ignored();
      case Stage other -> new Step.Refused(Step.Refusal.OFFER_GONE);
    };
  }

  private static Step connectWhenComplete(
      CallControl call, Offered offered, Instant now, DeskCommand... first) {
    List<DeskCommand> commands = new ArrayList<>(List.of(first));
    if (!offered.complete()) {
      return new Step.Done(call.entering(offered, now), commands);
    }
    commands.add(new Bridge(Leg.CALLER, Leg.SECRETARY));
    Connecting next = new Connecting(offered.offer(), offered.secretary(), offered.returning());
    return new Step.Done(call.entering(next, now), commands);
  }

  static Step callerJoined(CallControl call, Instant now) {
    if (call.stage() instanceof Stage.PickingUp picking) {
      return CallParking.joined(call, picking, now);
    }
    if (!(call.stage() instanceof Connecting connecting)) {
      return call.ignored();
    }
    AccountId secretary = connecting.secretary();
    return call.to(
        new Talking(secretary),
        now,
        new Tell(secretary, new SecretarySignal.CallTaken(call.id())),
        new Journal(ANSWERED, by(secretary)));
  }

  static Step decline(CallControl call, CallSignal.Decline decline, Instant now) {
    if (!(call.stage() instanceof Offered offered) || !offered.offer().equals(decline.offer())) {
      return new Step.Refused(Step.Refusal.OFFER_GONE);
    }
    AccountId secretary = offered.secretary();
    return call.passedBy(secretary, now)
        .to(
            new Waiting(offered.returning()),
            now,
            new WithdrawOffer(secretary, offered.offer(), Withdrawal.DECLINED),
            new Tell(secretary, new SecretarySignal.OfferWithdrawn(offered.offer())),
            new Journal(DECLINED, by(secretary)));
  }

  static Step expired(CallControl call, CallSignal.OfferExpired expired, Instant now) {
    if (!(call.stage() instanceof Offered offered) || !offered.offer().equals(expired.offer())) {
      return call.ignored();
    }
    AccountId secretary = offered.secretary();
    return call.passedBy(secretary, now)
        .to(
            new Waiting(offered.returning()),
            now,
            new WithdrawOffer(secretary, offered.offer(), Withdrawal.MISSED),
            new Tell(secretary, new SecretarySignal.OfferMissed(offered.offer())),
            new Journal(MISSED, by(secretary)));
  }

  static Step tooLong(CallControl call, Instant now) {
    return call.stage() instanceof Waiting
        ? call.to(
            new Over(Ending.VOICEMAIL, Optional.empty()),
            now,
            RedirectToVoicemail.because("waited-too-long"))
        : call.ignored();
  }

  /** The waiting caller chose another way; an offer that stands is taken back. */
  static Step chose(CallControl call, Ending ending, Instant now) {
    List<DeskCommand> commands = new ArrayList<>();
    switch (call.stage()) {
      case Waiting waiting -> {}
      case Offered offered -> {
        commands.add(
            new WithdrawOffer(offered.secretary(), offered.offer(), Withdrawal.TAKEN_ELSEWHERE));
        commands.add(
            new Tell(offered.secretary(), new SecretarySignal.OfferWithdrawn(offered.offer())));
      }
      default -> {
        return call.ignored();
      }
    }
    if (ending == Ending.CALLBACK) {
      commands.add(Journal.callbackPromised());
    }
    return new Step.Done(call.entering(new Over(ending, Optional.empty()), now), commands);
  }

  /** The offer comes to nothing through no doing of hers; she is not asked again at once. */
  static Step broken(
      CallControl call, UUID offer, AccountId secretary, boolean returning, Instant now) {
    return call.passedBy(secretary, now)
        .to(
            new Waiting(returning),
            now,
            new WithdrawOffer(secretary, offer, Withdrawal.TELEPHONE_LOST),
            new Tell(secretary, new SecretarySignal.OfferWithdrawn(offer)));
  }

  static Map<String, String> by(AccountId secretary) {
    return Map.of("secretary", secretary.toString());
  }
}
