package io.permanence.callrouter.outgoing;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.model.id.CallId;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Watches Asterisk's channels for what becomes of the legs in the book: answered, over. A channel
 * is one of ours by its part and its call; of several legs of one call the oldest without a channel
 * is taken. A leg for which no channel ever came is over after the longest ringing there is; one
 * that was answered may last so long and no longer. Lives on one event loop.
 */
public final class LegWatch {
  private static final Map<String, Purpose> PARTS =
      Map.of(
          "ladder", Purpose.PUT_THROUGH,
          "third", Purpose.CONSULT,
          "proof", Purpose.PROOF);
  private static final Duration LONGEST_WITHOUT_CHANNEL = Duration.ofSeconds(90);

  private final OutgoingBook book;
  private final Clock clock;
  private final Duration longest;
  private final Map<String, OutgoingLeg> byChannel = new HashMap<>();
  private final Set<UUID> bound = new HashSet<>();

  /**
   * Watches for that book.
   *
   * @param longest after its answer a leg may last
   */
  public LegWatch(OutgoingBook book, Clock clock, Duration longest) {
    this.book = book;
    this.clock = clock;
    this.longest = longest;
  }

  /** Takes an event in. */
  public void heard(AmiEvent event) {
    Instant now = clock.instant();
    switch (event) {
      case AmiEvent.HungUp hungUp -> {
        leg(hungUp.channel()).ifPresent(leg -> book.ended(leg.customer(), leg.id(), now));
        release(hungUp.channel().id());
      }
      case AmiEvent.Stated stated -> {
        if (stated.up()) {
          leg(stated.channel()).ifPresent(leg -> book.answered(leg.customer(), leg.id(), now));
        } else {
          leg(stated.channel());
        }
      }
      case AmiEvent.ChannelsListed listed -> {}
      case AmiEvent.LookedAgain again -> {}
      case AmiEvent.OfChannel of -> leg(of.channel());
      case AmiEvent.Connected connected -> {}
      case AmiEvent.Disconnected disconnected -> {}
      case AmiEvent.Originated originated -> {}
      case AmiEvent.FellBack fallback -> {}
      case AmiEvent.Died died -> {}
      case AmiEvent.TelephonesRead read -> {}
      case AmiEvent.TelephoneFound found -> {}
      case AmiEvent.Booted booted -> {}
      case AmiEvent.ContactChanged changed -> {}
    }
  }

  /**
   * Ends what never got a channel; called now and then.
   *
   * @param channels all there are
   */
  public void sweep(Collection<Channel> channels) {
    Instant now = clock.instant();
    channels.forEach(this::leg);
    book.open().stream()
        .filter(leg -> !bound.contains(leg.id()))
        .filter(leg -> leg.startedAt().plus(LONGEST_WITHOUT_CHANNEL).isBefore(now))
        .forEach(leg -> over(leg, now));
  }

  /**
   * The channels whose leg has lasted for as long as a leg may: to be hung up. Asterisk ends those
   * that it dialled itself as well; a customer whom a secretary called has only this limit.
   *
   * @param channels all there are
   * @return their ids
   */
  public List<String> tooLong(Collection<Channel> channels) {
    Instant before = clock.instant().minus(longest);
    Set<UUID> over = new HashSet<>();
    book.open().stream()
        .filter(leg -> leg.answeredAt().filter(at -> !at.isAfter(before)).isPresent())
        .forEach(leg -> over.add(leg.id()));
    return channels.stream()
        .filter(channel -> leg(channel).filter(leg -> over.contains(leg.id())).isPresent())
        .map(Channel::id)
        .toList();
  }

  /** Nobody saw the end: an answered leg counts for what was reserved, at least. */
  private void over(OutgoingLeg leg, Instant now) {
    Instant reserved =
        leg.answeredAt().map(at -> at.plusSeconds(leg.reservedSeconds())).orElse(now);
    book.ended(leg.customer(), leg.id(), reserved.isBefore(now) ? reserved : now);
  }

  private void bind(String channel, OutgoingLeg leg) {
    byChannel.put(channel, leg);
    bound.add(leg.id());
  }

  private void release(String channel) {
    OutgoingLeg leg = byChannel.remove(channel);
    if (leg != null) {
      bound.remove(leg.id());
    }
  }

  private Optional<OutgoingLeg> leg(Channel channel) {
    OutgoingLeg known = byChannel.get(channel.id());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Purpose> purpose = channel.role().flatMap(LegWatch::purpose);
    Optional<CallId> call = channel.call();
    if (purpose.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    Optional<OutgoingLeg> found =
        book.open(call.get().value()).stream()
            .filter(leg -> leg.purpose() == purpose.get() && !bound.contains(leg.id()))
            .findFirst();
    found.ifPresent(leg -> bind(channel.id(), leg));
    return found;
  }

  private static Optional<Purpose> purpose(String part) {
    return Optional.ofNullable(PARTS.get(part));
  }
}
