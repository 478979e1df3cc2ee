package io.permanence.app.demo;

import io.permanence.app.demo.DemoCustomer.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.PutThrough;
import io.permanence.store.demo.DemoCall;
import io.permanence.store.demo.DemoCall.Delivery;
import io.permanence.store.demo.DemoCall.Event;
import io.permanence.store.demo.DemoLine;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A customer's past calls. The same seed and moment make the same past: calls in working hours,
 * most taken with a note, some put through, blocked, lost.
 */
final class DemoHistory {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final int OPEN_MINUTES = 11 * 60;
  private static final int UNREAD = 5;
  private static final int BINNED_OF_HUNDRED = 4;

  private final Random random;
  private final DemoCustomer customer;
  private final Instant now;
  private final List<AccountId> secretaries;

  private DemoHistory(DemoCustomer customer, long seed, Instant now) {
    this.random = new Random(seed ^ customer.id().value().getLeastSignificantBits());
    this.customer = customer;
    this.now = now;
    this.secretaries =
        DemoPeople.staff().stream()
            .filter(
                staff -> staff.team().equals(Optional.of(customer.lines().getFirst().homeTeam())))
            .filter(staff -> staff.role() == io.permanence.model.Role.SECRETARY)
            .map(DemoPeople.Staff::id)
            .toList();
  }

  /** The past calls, oldest first; all ended before now. */
  static List<DemoCall> of(DemoCustomer customer, long seed, Instant now) {
    return new DemoHistory(customer, seed, now).past();
  }

  private List<DemoCall> past() {
    List<Instant> arrivals = new ArrayList<>();
    LocalDate today = now.atZone(PARIS).toLocalDate();
    for (int day = customer.days(); day >= 0; day--) {
      LocalDate date = today.minusDays(day);
      int calls = date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : callsOf(date);
      for (int i = 0; i < calls; i++) {
        LocalTime at =
            OPENS.plusMinutes(random.nextInt(OPEN_MINUTES)).plusSeconds(random.nextInt(60));
        arrivals.add(date.atTime(at).atZone(PARIS).toInstant());
      }
    }
    List<Instant> before =
        arrivals.stream()
            .filter(at -> at.isBefore(now.minus(Duration.ofMinutes(20))))
            .sorted(Comparator.naturalOrder())
            .toList();
    List<DemoCall> calls = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      calls.add(call(before.get(i), i < before.size() - UNREAD));
    }
    return calls;
  }

  private int callsOf(LocalDate date) {
    int usual = date.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : customer.callsADay();
    return customer.callsADay() == 0 ? 0 : Math.max(0, usual - 1 + random.nextInt(3));
  }

  private DemoCall call(Instant arrived, boolean read) {
    DemoLine line = customer.lines().get(random.nextInt(customer.lines().size()));
    boolean withheld = random.nextInt(100) < 6;
    Caller caller = customer.callers().get(random.nextInt(customer.callers().size()));
    int fate = random.nextInt(100);
    if (!withheld && caller.mark() == CallerMark.BLOCKED) {
      return blocked(line, caller, arrived);
    }
    if (fate < 6) {
      return lost(line, caller, withheld, arrived);
    }
    boolean direct = line.standing().putThrough() == PutThrough.ALL;
    boolean through = direct ? fate < 55 : caller.mark() == CallerMark.VIP && fate < 70;
    return through && !withheld
        ? putThrough(line, caller, arrived, direct)
        : taken(line, caller, withheld, arrived, read);
  }

  private DemoCall blocked(DemoLine line, Caller caller, Instant arrived) {
    Instant ended = arrived.plusSeconds(9);
    return call(
        line,
        Optional.of(caller.number()),
        arrived,
        "announce",
        "blocked",
        ended,
        "MESSAGE",
        List.of(
            event("arrived", arrived),
            event("decided", arrived),
            event("announced", arrived),
            event("ended", ended)));
  }

  private DemoCall lost(DemoLine line, Caller caller, boolean withheld, Instant arrived) {
    Instant ended = arrived.plusSeconds(8 + random.nextInt(30));
    return call(
        line,
        withheld ? Optional.empty() : Optional.of(caller.number()),
        arrived,
        "desk",
        reason(line, caller, withheld),
        ended,
        "LOST",
        List.of(
            event("arrived", arrived),
            event("decided", arrived),
            event("waiting", arrived),
            event("lost", ended),
            event("ended", ended)));
  }

  private DemoCall putThrough(DemoLine line, Caller caller, Instant arrived, boolean direct) {
    Instant through = arrived.plusSeconds(8 + random.nextInt(15));
    Instant ended = through.plusSeconds(40 + random.nextInt(300));
    return call(
        line,
        Optional.of(caller.number()),
        arrived,
        direct ? "ladder" : "desk",
        reason(line, caller, false),
        ended,
        "PUT_THROUGH",
        List.of(
            event("arrived", arrived),
            event("decided", arrived),
            event("ladder-step", arrived.plusSeconds(1)),
            event("put-through", through),
            event("ended", ended)));
  }

  private DemoCall call(
      DemoLine line,
      Optional<PhoneNumber> caller,
      Instant arrived,
      String decision,
      String reason,
      Instant ended,
      String outcome,
      List<Event> events) {
    return new DemoCall(
        new CallId(uuid()),
        line.id(),
        caller,
        arrived,
        decision,
        reason,
        Optional.empty(),
        Optional.empty(),
        ended,
        outcome,
        events,
        Optional.empty());
  }

  private DemoCall taken(
      DemoLine line, Caller caller, boolean withheld, Instant arrived, boolean read) {
    AccountId secretary = secretaries.get(random.nextInt(secretaries.size()));
    Instant offered = arrived.plusSeconds(2);
    Instant answered = arrived.plusSeconds(5 + random.nextInt(18));
    Instant ended = answered.plusSeconds(45 + random.nextInt(180));
    Instant wrapped = ended.plusSeconds(5 + random.nextInt(20));
    return new DemoCall(
        new CallId(uuid()),
        line.id(),
        withheld ? Optional.empty() : Optional.of(caller.number()),
        arrived,
        "desk",
        reason(line, caller, withheld),
        Optional.of(secretary),
        Optional.of(answered),
        ended,
        "TAKEN",
        List.of(
            event("arrived", arrived),
            event("decided", arrived),
            event("waiting", arrived),
            event("offered", offered),
            event("card-shown", offered),
            event("answered", answered),
            event("ended", ended),
            event("wrapped", wrapped)),
        Optional.of(note(secretary, caller, wrapped, read)));
  }

  private DemoCall.Note note(AccountId secretary, Caller caller, Instant sent, boolean read) {
    List<Delivery> deliveries =
        customer.people().stream()
            .limit(1)
            .map(person -> new Delivery(uuid(), person.id(), "EMAIL", person.user()))
            .toList();
    return new DemoCall.Note(
        new NoteId(uuid()),
        secretary,
        caller.name(),
        customer.requests().get(random.nextInt(customer.requests().size())),
        random.nextInt(100) < 12 ? Urgency.URGENT : Urgency.NORMAL,
        sent,
        read,
        read && random.nextInt(100) < BINNED_OF_HUNDRED,
        uuid(),
        deliveries);
  }

  private static String reason(DemoLine line, Caller caller, boolean withheld) {
    boolean vip = !withheld && caller.mark() == CallerMark.VIP;
    return switch (line.standing().putThrough()) {
      case ALL -> vip ? "vip-under-all" : "all";
      case VIP -> withheld ? "withheld" : vip ? "vip-under-vip" : "not-vip";
      case NONE -> vip ? "vip-under-nobody" : "nobody";
    };
  }

  private static Event event(String kind, Instant at) {
    return new Event(kind, at);
  }

  private UUID uuid() {
    long most = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
    long least = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
