package io.permanence.callrouter.ami;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The picture of Asterisk's channels, kept from its events on one event loop. After a lost
 * connection all channels are listed: those not on the list are gone, and those in another bridge
 * than before have moved, and it is said as if Asterisk had told it. Where a channel is in the
 * dialplan is not its state; which bridge it is in, and its variables, are.
 */
public final class Channels {
  /** What is told of a channel after its end came late; so many ends are remembered. */
  private static final int ENDS_REMEMBERED = 5_000;

  private final Map<String, Channel> known = new LinkedHashMap<>();
  private final ChannelIndex byWhat = new ChannelIndex();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, String> bridgesBefore = new HashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private boolean listing;

  /** Takes an event in. The events that others should hear: it, or what follows from it. */
  List<AmiEvent> apply(AmiEvent event) {
    boolean late =
        event instanceof AmiEvent.OfChannel told
            && !(event instanceof AmiEvent.HungUp)
            && gone.contains(told.channel().id());
    return late ? List.of() : taken(event);
  }

  private List<AmiEvent> taken(AmiEvent event) {
    return switch (event) {
      case AmiEvent.Connected connected -> {
        listing = true;
        listed.clear();
        bridgesBefore.clear();
        known.forEach((id, channel) -> channel.bridge().ifPresent(b -> bridgesBefore.put(id, b)));
        yield List.of(event);
      }
      case AmiEvent.Died died -> afterDeath(died);
      case AmiEvent.ChannelsListed complete -> afterListing(event);
      case AmiEvent.HungUp hungUp -> {
        Channel before = forget(hungUp.channel().id());
        remember(hungUp.channel().id());
        yield List.of(new AmiEvent.HungUp(merged(before, hungUp.channel()), hungUp.cause()));
      }
      case AmiEvent.LeftBridge left -> {
        Channel channel = merge(left.channel());
        boolean current = channel.bridge().filter(left.bridge()::equals).isPresent();
        if (current) {
          keep(channel.in(Optional.empty()));
        }
        yield List.of(new AmiEvent.LeftBridge(known(channel.id()), left.bridge()));
      }
      case AmiEvent.EnteredBridge entered ->
          List.of(new AmiEvent.EnteredBridge(merge(entered.channel()), entered.bridgeName()));
      case AmiEvent.ChannelListed each -> {
        Channel now = each.channel();
        Channel channel = merge(now);
        keep(channel.in(now.bridge()));
        yield List.of(new AmiEvent.ChannelListed(known(channel.id())));
      }
      case AmiEvent.Stated stated ->
          List.of(new AmiEvent.Stated(merge(stated.channel()), stated.ringing(), stated.up()));
      case AmiEvent.LookedAgain again -> List.of(event);
      case AmiEvent.Disconnected lost -> List.of(event);
      case AmiEvent.Originated originated -> List.of(event);
      case AmiEvent.ContactChanged contact -> List.of(event);
      case AmiEvent.TelephoneFound found -> List.of(event);
      case AmiEvent.Booted booted -> List.of(event);
      case AmiEvent.TelephonesRead read -> List.of(event);
      case AmiEvent.FellBack fallback -> {
        byWhat.call(fallback.call().toString()).stream()
            .map(this::known)
            .filter(channel -> channel.is("caller"))
            .toList()
            .forEach(caller -> keep(caller.at(Channel.FALLBACK)));
        yield List.of(event);
      }
    };
  }

  private void keep(Channel channel) {
    Channel before = known.put(channel.id(), channel);
    if (before == null) {
      byWhat.add(channel);
    } else if (!before.bridge().equals(channel.bridge())
        || !before.variables().equals(channel.variables())) {
      byWhat.move(before, channel);
    }
  }

  private @Nullable Channel forget(String id) {
    Channel before = known.remove(id);
    if (before != null) {
      byWhat.remove(before);
    }
    return before;
  }

  private void remember(String ended) {
    gone.add(ended);
    if (gone.size() > ENDS_REMEMBERED) {
      gone.remove(gone.iterator().next());
    }
  }

  private Channel known(String id) {
    Channel channel = known.get(id);
    if (channel == null) {
      throw new IllegalStateException("a channel just heard of is not known");
    }
    return channel;
  }

  private Channel merge(Channel heard) {
    if (listing) {
      listed.add(heard.id());
    }
    Channel channel = merged(known.get(heard.id()), heard);
    keep(channel);
    return channel;
  }

  private static Channel merged(@Nullable Channel before, Channel heard) {
    if (before == null) {
      return heard;
    }
    Map<String, String> variables = new HashMap<>(before.variables());
    variables.putAll(heard.variables());
    return new Channel(
        heard.id(),
        heard.name().isEmpty() ? before.name() : heard.name(),
        heard.bridge().or(before::bridge),
        heard.context().isEmpty() ? before.context() : heard.context(),
        variables);
  }

  private List<AmiEvent> afterListing(AmiEvent complete) {
    if (!listing) {
      return List.of(new AmiEvent.LookedAgain());
    }
    List<AmiEvent> told = new ArrayList<>();
    listing = false;
    for (Channel channel : List.copyOf(known.values())) {
      if (!listed.contains(channel.id())) {
        forget(channel.id());
        told.add(new AmiEvent.HungUp(channel, 0));
      } else if (isInAnotherBridge(channel)) {
        told.add(new AmiEvent.EnteredBridge(channel, ""));
      }
    }
    listed.clear();
    bridgesBefore.clear();
    told.add(complete);
    return told;
  }

  /** Whether the picture is being made anew. */
  boolean listing() {
    return listing;
  }

  private boolean isInAnotherBridge(Channel channel) {
    return channel
        .bridge()
        .filter(bridge -> !bridge.equals(bridgesBefore.get(channel.id())))
        .isPresent();
  }

  /** Callers first: a call that broke must not look as if its secretary had left it. */
  private List<AmiEvent> afterDeath(AmiEvent died) {
    List<Channel> dead =
        known.values().stream()
            .filter(channel -> !(listing && listed.contains(channel.id())))
            .sorted(Comparator.comparing(channel -> !channel.is("caller")))
            .toList();
    dead.forEach(channel -> forget(channel.id()));
    gone.clear();
    List<AmiEvent> told = new ArrayList<>();
    dead.forEach(channel -> told.add(new AmiEvent.HungUp(channel, AmiEvent.HungUp.BROKE)));
    told.add(died);
    return told;
  }

  /** Every channel there is. */
  public Collection<Channel> all() {
    return List.copyOf(known.values());
  }

  /** The channel with that unique id. */
  public Optional<Channel> byId(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** The newest leg of a call that plays that part. */
  public Optional<Channel> newest(CallId call, String role) {
    return newest(byWhat.call(call.toString()), role);
  }

  /** The legs of a call that play that part, oldest first. */
  public List<Channel> all(CallId call, String role) {
    return byWhat.call(call.toString()).stream()
        .map(this::known)
        .filter(channel -> channel.is(role))
        .toList();
  }

  /** The newest leg of a secretary's telephone. */
  public Optional<Channel> newest(AccountId secretary, String role) {
    return newest(byWhat.secretary(secretary.toString()), role);
  }

  /** The legs of a secretary's telephone, oldest first. */
  public List<Channel> all(AccountId secretary, String role) {
    return byWhat.secretary(secretary.toString()).stream()
        .map(this::known)
        .filter(channel -> channel.is(role))
        .toList();
  }

  private Optional<Channel> newest(Collection<String> ids, String role) {
    return ids.stream()
        .map(this::known)
        .filter(channel -> channel.is(role))
        .reduce((older, newer) -> newer);
  }

  /** The channels in the bridge of a leg, itself among them; none when it is in none. */
  public List<Channel> inBridgeOf(Channel leg) {
    return leg.bridge().map(this::in).orElse(List.of());
  }

  /** The channels in a bridge. */
  public List<Channel> in(String bridge) {
    return byWhat.bridge(bridge).stream().map(this::known).toList();
  }
}
