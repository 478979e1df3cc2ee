package io.permanence.callrouter.outgoing;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.model.line.DialTarget;
import io.permanence.model.line.TollRefusal;
import io.permanence.model.outgoing.OutgoingCaps;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.model.outgoing.OutgoingRates;
import io.permanence.model.outgoing.OutgoingUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The day's legs of every customer. One leg more is admitted and reserved in one step, so that legs
 * asked for at the same instant cannot pass a cap together; on several nodes they see each other's
 * within a second. Safe from any thread, waits for nothing.
 */
public final class OutgoingBook {
  /** Longer than any day lasts anywhere. */
  private static final Duration KEPT = Duration.ofHours(50);

  private final OutgoingCaps usual;
  private final OutgoingRates rates;
  private final Map<CustomerId, Map<UUID, OutgoingLeg>> legs = new HashMap<>();
  private final Map<CustomerId, OutgoingCaps> different = new HashMap<>();
  private final Map<UUID, OutgoingLeg> unwritten = new LinkedHashMap<>();

  /**
   * The legs this node has to see the end of, by what they are for: every event of a channel asks.
   */
  private final Map<UUID, Map<UUID, OutgoingLeg>> ours = new LinkedHashMap<>();

  /**
   * An empty book.
   *
   * @param usual the company's caps
   */
  public OutgoingBook(OutgoingCaps usual, OutgoingRates rates) {
    this.usual = usual;
    this.rates = rates;
  }

  /** Whether a leg may be dialled. */
  public sealed interface Admission {
    /** It may, and is reserved. */
    record Admitted(UUID leg) implements Admission {}

    /** A cap of the day would be broken. */
    record Full(TollRefusal cap) implements Admission {}
  }

  /**
   * Reserves a leg, when it fits the customer's day.
   *
   * @param subject the call, or the proof
   */
  public synchronized Admission reserve(
      CustomerId customer,
      ZoneId zone,
      UUID subject,
      Purpose purpose,
      DialTarget target,
      Instant now) {
    LocalDate day = now.atZone(zone).toLocalDate();
    OutgoingCaps caps = caps(customer);
    Optional<TollRefusal> full = use(customer, day, now).refusal(caps, rates, target.rate());
    if (full.isPresent()) {
      return new Admission.Full(full.get());
    }
    OutgoingLeg leg =
        new OutgoingLeg(
            customer,
            Id.next(),
            subject,
            purpose,
            day,
            target.rate(),
            rates.reservedSeconds(caps),
            now,
            Optional.empty(),
            Optional.empty());
    keep(leg);
    return new Admission.Admitted(leg.id());
  }

  /** What a customer has used of a day. */
  public synchronized OutgoingUse use(CustomerId customer, LocalDate day, Instant now) {
    return OutgoingUse.of(of(customer).values(), day, rates, now);
  }

  /** The customer's caps. */
  public synchronized OutgoingCaps caps(CustomerId customer) {
    return different.getOrDefault(customer, usual);
  }

  /** The legs of a call that are not over, oldest first. */
  public synchronized List<OutgoingLeg> open(CustomerId customer, UUID subject) {
    return of(customer).values().stream()
        .filter(each -> each.subject().equals(subject) && each.endedAt().isEmpty())
        .toList();
  }

  /** Every leg of this node that is not over. */
  synchronized List<OutgoingLeg> open() {
    return ours.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  /** The legs of this node for a call or a proof that are not over, oldest first. */
  synchronized List<OutgoingLeg> open(UUID subject) {
    return List.copyOf(ours.getOrDefault(subject, Map.of()).values());
  }

  /** Somebody answered. */
  public synchronized void answered(CustomerId customer, UUID leg, Instant at) {
    change(customer, leg, each -> each.answered(at));
  }

  /** It is over, whoever sees it first. */
  public synchronized void ended(CustomerId customer, UUID leg, Instant at) {
    change(customer, leg, each -> each.ended(at));
  }

  private void change(CustomerId customer, UUID leg, UnaryOperator<OutgoingLeg> how) {
    OutgoingLeg before = of(customer).get(leg);
    if (before != null) {
      OutgoingLeg after = how.apply(before);
      if (!after.equals(before)) {
        keep(after);
      }
    }
  }

  private void keep(OutgoingLeg leg) {
    legs.computeIfAbsent(leg.customer(), each -> new LinkedHashMap<>()).put(leg.id(), leg);
    unwritten.put(leg.id(), leg);
    own(leg);
  }

  private void own(OutgoingLeg leg) {
    if (leg.endedAt().isEmpty()) {
      ours.computeIfAbsent(leg.subject(), none -> new LinkedHashMap<>()).put(leg.id(), leg);
    } else {
      Map<UUID, OutgoingLeg> open = ours.get(leg.subject());
      if (open != null && open.remove(leg.id()) != null && open.isEmpty()) {
        ours.remove(leg.subject());
      }
    }
  }

  private boolean isOurs(OutgoingLeg leg) {
    return ours.getOrDefault(leg.subject(), Map.of()).containsKey(leg.id());
  }

  private Map<UUID, OutgoingLeg> of(CustomerId customer) {
    return legs.getOrDefault(customer, Map.of());
  }

  /** What the store has not seen yet. */
  synchronized List<OutgoingLeg> unwritten() {
    return List.copyOf(unwritten.values());
  }

  /** The store has these, unless they changed since. */
  synchronized void written(Collection<OutgoingLeg> those) {
    those.forEach(each -> unwritten.remove(each.id(), each));
  }

  /**
   * Takes in what the store has.
   *
   * @param atStart whether legs that are up may be our own of before a restart
   */
  synchronized void learn(List<OutgoingLeg> stored, boolean atStart) {
    for (OutgoingLeg each : stored) {
      if (!unwritten.containsKey(each.id())) {
        legs.computeIfAbsent(each.customer(), none -> new LinkedHashMap<>()).put(each.id(), each);
        if (atStart || isOurs(each)) {
          own(each);
        }
      }
    }
  }

  /** Which customers have caps of their own; all others have the company's. */
  synchronized void differ(Map<CustomerId, OutgoingCaps> caps) {
    different.clear();
    different.putAll(caps);
  }

  /** One customer has caps of its own. */
  synchronized void differs(CustomerId customer, OutgoingCaps caps) {
    different.put(customer, caps);
  }

  OutgoingCaps usual() {
    return usual;
  }

  /** Forgets legs of days that are over everywhere. */
  synchronized void forget(Instant now) {
    Instant before = now.minus(KEPT);
    for (Map<UUID, OutgoingLeg> each : new ArrayList<>(legs.values())) {
      each.values()
          .removeIf(leg -> leg.startedAt().isBefore(before) && !unwritten.containsKey(leg.id()));
    }
    legs.values().removeIf(Map::isEmpty);
  }
}
