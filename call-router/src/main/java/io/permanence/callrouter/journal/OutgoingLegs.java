package io.permanence.callrouter.journal;

import io.permanence.callrouter.outgoing.OutgoingBook;
import io.permanence.callrouter.outgoing.OutgoingBook.Admission;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.DialTarget;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.TollFence;
import io.permanence.model.line.TollFence.Verdict;
import io.permanence.model.line.TollRefusal;
import io.permanence.model.outgoing.OutgoingLeg;
import io.permanence.model.outgoing.OutgoingLeg.Purpose;
import io.permanence.routing.ShownNumber;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one way out to the trunk: the ladder's legs and the desk's go through {@link #permit}, the
 * calls that speak a code through {@link #permitProof}. It asks the toll fence, whether the number
 * is still a proven one of the line's list, and whether the customer's day has room for it (A14);
 * says which number is shown to the customer (A13), and remembers what rings, so that a call sent
 * back to us by the customer's diversion is known for what it is (A15).
 *
 * <p>Memory of what rings is per node, and short: a leg is forgotten when it ends, or after the
 * longest ringing there is.
 */
public final class OutgoingLegs {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final TollFence fence;
  private final ShownNumber.Policy shownPolicy;
  private final Snapshots snapshots;
  private final OutgoingBook book;
  private final DayUse use;
  private final CapNotice notice;
  private final Map<CallId, Ringing> ringing = new ConcurrentHashMap<>();

  /**
   * The way out.
   *
   * @param use asked before a call rings the customer by itself
   * @param notice told when a customer's cap of the day is reached
   */
  public OutgoingLegs(
      TollFence fence,
      ShownNumber.Policy shownPolicy,
      Snapshots snapshots,
      OutgoingBook book,
      DayUse use,
      CapNotice notice) {
    this.fence = fence;
    this.shownPolicy = shownPolicy;
    this.snapshots = snapshots;
    this.book = book;
    this.use = use;
    this.notice = notice;
  }

  /** Who knows what a customer has used of the day. */
  @FunctionalInterface
  public interface DayUse {
    /** Completes when the book has it; fails when it cannot be read now. */
    Future<Void> known(CustomerId customer);
  }

  /** Who tells the company that a customer's calls of the day are used up. */
  @FunctionalInterface
  public interface CapNotice {
    /** A number was not dialled for this call because of that cap. */
    void reached(LiveCall call, TollRefusal cap, Instant now);
  }

  private record Ringing(
      CustomerId customer, PhoneNumber target, PhoneNumber shown, Instant since, boolean cameBack) {
    boolean shows(PhoneNumber number, Instant now) {
      return shown.equals(number) && !since.plus(LONGEST).isBefore(now);
    }

    Ringing returned() {
      return new Ringing(customer, target, shown, since, true);
    }
  }

  /** Whether a number may be dialled, and how. */
  public sealed interface Permit {
    /**
     * Dial this number and show that one.
     *
     * @param leg reserved in the day's book
     */
    record Granted(DialTarget target, PhoneNumber shown, UUID leg) implements Permit {}

    /** It may not be dialled. */
    record Refused(TollRefusal why) implements Permit {}
  }

  /**
   * Completes when the customer's day is in the book, or cannot be read: then what is known counts,
   * and no call waits for PostgreSQL.
   */
  public Future<Void> dayKnown(CustomerId customer) {
    return use.known(customer).otherwiseEmpty();
  }

  /**
   * Asks to ring a number that a secretary wishes; see {@link #permit(LiveCall, PhoneNumber,
   * Purpose, Instant)}.
   */
  public Permit permit(LiveCall call, PhoneNumber target, Instant now) {
    return permit(call, target, Purpose.CONSULT, now);
  }

  /**
   * Asks to ring a number of the line's ladder for a call. A granted leg counts as ringing until
   * {@link #ended}, and in the day's book until Asterisk says that it is over.
   */
  public Permit permit(LiveCall call, PhoneNumber number, Purpose purpose, Instant now) {
    if (!listed(call, number)) {
      return new Permit.Refused(
          fence.check(number, isOwnLine(number)) instanceof Verdict.Refused refused
              ? refused.why()
              : TollRefusal.NOT_PROVEN);
    }
    ZoneId zone = call.snapshot().zone();
    PhoneNumber shown = ShownNumber.of(shownPolicy, call.snapshot().number(), call.caller());
    Permit permit = admit(call.customer(), zone, call.id().value(), number, shown, purpose, now);
    switch (permit) {
      case Permit.Granted granted -> {
        ringing.values().removeIf(each -> each.since().plus(LONGEST).isBefore(now));
        ringing.put(call.id(), new Ringing(call.customer(), number, shown, now, false));
      }
      case Permit.Refused refused -> {
        if (refused.why().capReached()) {
          notice.reached(call, refused.why(), now);
        }
      }
    }
    return permit;
  }

  /**
   * Asks to call a number that is not proven yet, to speak the code that proves it.
   *
   * @param line of the customer, whose number is shown
   */
  public Permit permitProof(UUID proof, LineSnapshot line, PhoneNumber number, Instant now) {
    return admit(
        line.line().customerId(),
        line.line().zone(),
        proof,
        number,
        line.line().number(),
        Purpose.PROOF,
        now);
  }

  private Permit admit(
      CustomerId customer,
      ZoneId zone,
      UUID subject,
      PhoneNumber number,
      PhoneNumber shown,
      Purpose purpose,
      Instant now) {
    return switch (fence.check(number, isOwnLine(number))) {
      case Verdict.Refused refused -> new Permit.Refused(refused.why());
      case Verdict.Pass pass ->
          switch (book.reserve(customer, zone, subject, purpose, pass.target(), now)) {
            case Admission.Admitted admitted ->
                new Permit.Granted(pass.target(), shown, admitted.leg());
            case Admission.Full full -> new Permit.Refused(full.cap());
          };
    };
  }

  private boolean isOwnLine(PhoneNumber number) {
    return snapshots.byNumber(number).isPresent();
  }

  /**
   * Whether the number is on the line's list as it is now: only proven numbers are in a snapshot,
   * and one that was removed while the caller waited is not dialled any more.
   */
  private boolean listed(LiveCall call, PhoneNumber number) {
    return snapshots
        .byLine(call.snapshot().id())
        .map(OutgoingLegs::numbers)
        .orElse(Stream.empty())
        .anyMatch(number::equals);
  }

  private static Stream<PhoneNumber> numbers(LineSnapshot snapshot) {
    return Stream.concat(
            Stream.of(snapshot.standing().handling()),
            snapshot.instructions().stream().map(Instruction::handling))
        .map(Handling::ladder)
        .flatMap(List::stream)
        .flatMap(step -> step.targets().stream())
        .map(LadderStep.Target::number);
  }

  /** The rung that rang for this call is over, unless the customer has answered. */
  public void rungOver(LiveCall call, Instant now) {
    book.open(call.customer(), call.id().value()).stream()
        .filter(leg -> leg.purpose() == Purpose.PUT_THROUGH && leg.answeredAt().isEmpty())
        .map(OutgoingLeg::id)
        .forEach(leg -> book.ended(call.customer(), leg, now));
  }

  /** The leg of that call rings no more, whatever became of it. */
  public void ended(CallId call) {
    ringing.remove(call);
  }

  /** Whether the leg that rang last for this call was sent back to us. */
  public boolean cameBack(CallId call) {
    return Optional.ofNullable(ringing.get(call)).map(Ringing::cameBack).orElse(false);
  }

  /**
   * Whether a call that arrives is one of our own legs sent back (A15): it comes from the number
   * that a leg of the same customer shows at this moment, or from one of our own lines, which call
   * nobody. That one is known whichever line it comes back to: a telephone may be diverted to the
   * line of another customer. The leg is marked, so that its step ends as a loop. Two legs that
   * show the same number cannot be told apart: both are marked.
   *
   * @param customer whose line was dialled
   */
  public boolean isReturning(CustomerId customer, PhoneNumber from, Instant now) {
    boolean ownLine = isOwnLine(from);
    Predicate<Ringing> back =
        leg -> leg.shows(from, now) && (ownLine || leg.customer().equals(customer));
    boolean found = ringing.values().stream().anyMatch(back);
    ringing.replaceAll((id, leg) -> back.test(leg) ? leg.returned() : leg);
    return found || ownLine;
  }
}
