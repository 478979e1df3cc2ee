package io.permanence.callrouter.reception;

import io.permanence.callrouter.agi.ChannelVariables;
import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.journal.CallJournal;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.Routing;
import io.permanence.model.id.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Asterisk's events say about calls whether or not they are at the desk: that the customer
 * answered a rung of the ladder, and, after every listing of all channels, that a call is no more
 * (it broke with its Asterisk, or ended while nobody looked). Heard on one event loop.
 */
public final class LegWatch {
  /** A call younger than this may not have been listed yet. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private static final String LADDER = "ladder";

  private final CallJournal journal;
  private final Routing routing;
  private final Clock clock;
  private Set<CallId> listed = new HashSet<>();

  LegWatch(CallJournal journal, Routing routing, Clock clock) {
    this.journal = journal;
    this.routing = routing;
    this.clock = clock;
  }

  /**
   * Hears an event.
   *
   * @return the calls that broke, for whoever makes tasks of them; usually none
   */
  public List<LiveCall> hear(AmiEvent event) {
    switch (event) {
      case AmiEvent.Stated stated when stated.up() && stated.channel().is(LADDER) ->
          answered(stated.channel());
      case AmiEvent.EnteredBridge entered when entered.channel().is(LADDER) ->
          answered(entered.channel());
      case AmiEvent.Connected connected -> listed = new HashSet<>();
      case AmiEvent.ChannelListed each -> each.channel().call().ifPresent(listed::add);
      case AmiEvent.ChannelsListed all -> {
        return compare();
      }
      default -> {}
    }
    return List.of();
  }

  private void answered(Channel leg) {
    leg.variable(ChannelVariables.STEP)
        .filter(step -> step.matches("[1-9][0-9]?"))
        .ifPresent(
            step ->
                leg.call()
                    .ifPresent(
                        call ->
                            routing.ladderAnswered(call, Integer.parseInt(step), clock.instant())));
  }

  private List<LiveCall> compare() {
    Instant now = clock.instant();
    Set<CallId> there = listed;
    listed = new HashSet<>();
    List<LiveCall> broken = new ArrayList<>();
    for (LiveCall call : journal.up()) {
      boolean young = call.arrivedAt().plus(YOUNG).isAfter(now);
      if (!young && !there.contains(call.id()) && journal.broken(call.id(), now)) {
        broken.add(call);
      }
    }
    return broken;
  }
}
