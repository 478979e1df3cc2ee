package io.permanence.sync.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.ConsentId;
import io.permanence.model.line.Windows.Span;
import io.permanence.store.Module;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.LinkKey;
import io.permanence.sync.GoogleHouse;
import io.permanence.sync.Linked;
import io.permanence.sync.Waiting;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.google.calendar.CalendarFault;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calendar's busy times come here under their own consent, and go with it (A8, E1, E4, E6). */
@ExtendWith(VertxExtension.class)
class CalendarTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final String MARTIN = "martin@example.org";
  private static final String OTHER = "martin.prive@example.org";

  private static final Purpose CALENDAR = Purpose.GOOGLE_CALENDAR;
  private static final Purpose CONTACTS = Purpose.GOOGLE_CONTACTS;

  private static final Map<CalendarFault, String> NO_ANSWERS =
      Map.ofEntries(
          entry(CalendarFault.RATE_LIMITED, "google-limit"),
          entry(CalendarFault.TOO_MANY, "google-limit"),
          entry(CalendarFault.NOT_CONFIGURED, "google-unavailable"),
          entry(CalendarFault.INTERNAL, "google-unavailable"),
          entry(CalendarFault.UNAVAILABLE, "google-unavailable"),
          entry(CalendarFault.NO_JSON, "google-unavailable"),
          entry(CalendarFault.CALENDAR_ERROR, "answer-not-understood"),
          entry(CalendarFault.HALF_AN_ANSWER, "answer-not-understood"),
          entry(CalendarFault.EMPTY_OBJECT, "answer-not-understood"),
          entry(CalendarFault.OTHER_WINDOW, "answer-not-understood"),
          entry(CalendarFault.OPEN_END, "answer-not-understood"));

  private final Instant thisHour = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private GoogleHouse house;
  private Linked linked;

  @BeforeEach
  void moveIn(Vertx vertx) {
    house = new GoogleHouse(vertx, POSTGRES, List.of(MARTIN, OTHER));
    linked = new Linked(house, MARTIN);
    house.people.put(MARTIN, "c1", PeopleStandIn.person("Jeanne", "Petit", "+33639980101"));
    house.synchronise(50);
  }

  @AfterEach
  void leave() {
    house.close();
    POSTGRES.execute("update google_request set done_at = created_at where done_at is null");
    POSTGRES.execute("update google_link set state = 'NEEDS_CONSENT'");
  }

  @Test
  void linkingReadsTheBusyTimesAtOnceUnderTheConsentToTheCalendar() {
    house.calendar.busy(MARTIN, hours(1, 2), hours(26, 30));
    ConsentId consent = linked.linkCalendar(MARTIN);
    assertThat(linked.busy()).containsExactly(shown(1, 2), shown(26, 30));
    assertThat(
            POSTGRES.look(
                "select distinct consent_id::text from google_busy where customer_id = ?",
                linked.customer.value()))
        .containsExactly(consent.toString());
    assertThat(linked.links()).containsExactly("google-calendar LINKED");
    assertThat(house.people.requests()).as("requests for contacts nobody agreed to").isZero();
  }

  @Test
  void whatChangedAtGoogleFollowsAndWhatStayedIsNotWrittenAgain() {
    house.calendar.busy(MARTIN, hours(1, 2), hours(3, 4));
    linked.linkCalendar(MARTIN);
    String written = written(hour(3));
    house.calendar.busy(MARTIN, hours(3, 4), hours(5, 7));
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.busy()).containsExactly(shown(3, 4), shown(5, 7));
    assertThat(written(hour(3))).isEqualTo(written);
    assertThat(lastCount()).isEqualTo("1 0 1");
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(lastCount()).isEqualTo("0 0 0");
  }

  @Test
  void anAnswerThatIsWholeAndEmptyEmpties() {
    house.calendar.busy(MARTIN, hours(1, 2));
    linked.linkCalendar(MARTIN);
    house.calendar.busy(MARTIN);
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.busy()).isEmpty();
  }

  @Test
  void anAnswerThatIsNoneChangesNothing() {
    house.calendar.busy(MARTIN, hours(1, 2), hours(3, 4));
    linked.linkCalendar(MARTIN);
    house.calendar.busy(MARTIN, hours(5, 6));
    NO_ANSWERS.forEach(
        (fault, outcome) -> {
          house.calendar.fail(MARTIN, fault, 1);
          assertThat(linked.syncNow()).as("%s", fault).isEqualTo(outcome);
          assertThat(linked.busy()).as("%s", fault).containsExactly(shown(1, 2), shown(3, 4));
        });
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.busy()).containsExactly(shown(5, 6));
  }

  @Test
  void aTokenThatGoogleEndedStopsTheReadingAndKeepsWhatIsKnown() {
    house.calendar.busy(MARTIN, hours(1, 2));
    linked.linkCalendar(MARTIN);
    Waiting.on(house.oauth.withdraw(MARTIN));
    long asked = house.calendar.requests();
    assertThat(linked.syncNow()).isEqualTo("needs-consent");
    assertThat(linked.links()).containsExactly("google-calendar NEEDS_CONSENT");
    assertThat(linked.busy()).containsExactly(shown(1, 2));
    assertThat(linked.syncNow()).isEqualTo("nothing-to-do");
    assertThat(house.calendar.requests()).isEqualTo(asked);
  }

  @Test
  void anotherCustomersTimesStayAsTheyAre() {
    house.calendar.busy(OTHER, hours(1, 2));
    Linked other = new Linked(house, OTHER);
    other.linkCalendar(OTHER);
    house.calendar.busy(MARTIN, hours(1, 2), hours(3, 4));
    ConsentId consent = linked.linkCalendar(MARTIN);
    house.calendar.busy(MARTIN);
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.busy()).isEmpty();
    ended(linked.withdraw(consent), "revoked");
    assertThat(other.busy()).containsExactly(shown(1, 2));
    assertThat(other.syncNow()).isEqualTo("done");
  }

  @Test
  void theConsentToTheContactsOpensNoCalendar() {
    house.calendar.busy(MARTIN, hours(1, 2));
    ended(linked.connect(house.code(MARTIN, GoogleHouse.CALENDAR)), "scope-missing");
    linked.linkUp();
    assertThat(linked.links()).containsExactly("google-contacts LINKED");
    assertThat(house.calendar.requests()).isZero();
    assertThat(linked.busy()).isEmpty();
  }

  @Test
  void withdrawingTheCalendarLeavesTheContactsRunningAndTheLastOfTheTwoRevokes() {
    house.calendar.busy(MARTIN, hours(1, 2));
    linked.linkUp();
    ConsentId calendar = linked.linkCalendar(MARTIN);
    ended(linked.withdraw(calendar), "grant-shared");
    assertThat(linked.busy()).isEmpty();
    assertThat(linked.links()).containsExactly("google-contacts LINKED");
    long asked = house.calendar.requests();
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(house.calendar.requests()).isEqualTo(asked);
    ended(linked.withdraw(), "revoked");
    assertThat(house.oauth.isGranted(MARTIN)).isFalse();
    assertThat(linked.rows()).isZero();
  }

  @Test
  void withdrawingTheContactsLeavesTheCalendarRunningAndTheLastOfTheTwoRevokes() {
    house.calendar.busy(MARTIN, hours(1, 2));
    linked.linkUp();
    ConsentId calendar = linked.linkCalendar(MARTIN);
    ended(linked.withdraw(), "grant-shared");
    assertThat(linked.mirror()).isEmpty();
    house.calendar.busy(MARTIN, hours(3, 4));
    long asked = house.people.requests();
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.busy()).containsExactly(shown(3, 4));
    assertThat(house.people.requests()).isEqualTo(asked);
    ended(linked.withdraw(calendar), "revoked");
    assertThat(house.oauth.isGranted(MARTIN)).isFalse();
    assertThat(linked.rows()).isZero();
  }

  @Test
  void bothWithdrawnAtOnceAreRevoked() {
    linked.linkUp();
    ConsentId calendar = linked.linkCalendar(MARTIN);
    UUID one = linked.withdraw();
    UUID other = linked.withdraw(calendar);
    Waiting.until("both ended", () -> done(one) && done(other), () -> linked.links());
    assertThat(house.oauth.isGranted(MARTIN)).isFalse();
    assertThat(linked.rows()).isZero();
  }

  @Test
  void ofTwoAccountsEachIsRevokedWithItsOwnConsent() {
    linked.linkUp();
    ConsentId calendar = linked.linkCalendar(OTHER);
    ended(linked.withdraw(calendar), "revoked");
    assertThat(house.oauth.isGranted(OTHER)).isFalse();
    assertThat(house.oauth.isGranted(MARTIN)).isTrue();
    assertThat(linked.syncNow()).isEqualTo("done");
  }

  @Test
  void anAccessThatLeavesOutTheCalendarIsGivenBackWithoutEndingTheContacts() {
    linked.linkUp();
    UUID request = linked.connect(linked.calendar(), house.code(MARTIN, GoogleHouse.OPENID));
    ended(request, "scope-missing");
    assertThat(linked.links()).containsExactly("google-contacts LINKED");
    assertThat(linked.syncNow()).isEqualTo("done");
  }

  @Test
  void consentingAgainReadsAnew() {
    house.calendar.busy(MARTIN, hours(1, 2));
    ended(linked.withdraw(linked.linkCalendar(MARTIN)), "revoked");
    assertThat(linked.busy()).isEmpty();
    UUID again = linked.connect(linked.calendar(), house.code(MARTIN, GoogleHouse.CALENDAR));
    ended(again, "linked");
    Waiting.until("it is read", () -> linked.busy().size() == 1, linked::busy);
  }

  @Test
  void theCalendarFallsDueByItsOwnClock() {
    linked.linkUp();
    linked.linkCalendar(MARTIN);
    Instant now = house.clock.instant().plusSeconds(1);
    Instant longAgo = now.minus(Duration.ofDays(1));
    assertThat(due(longAgo, now)).containsExactly(new LinkKey(linked.customer, CALENDAR));
    assertThat(due(now, longAgo)).containsExactly(new LinkKey(linked.customer, CONTACTS));
    assertThat(due(longAgo, longAgo)).isEmpty();
  }

  private List<LinkKey> due(Instant contacts, Instant calendar) {
    return Waiting.on(
        house
            .database
            .as(Module.SYNC)
            .acrossCustomers(tx -> GoogleLinks.due(tx, contacts, calendar)));
  }

  /** The transaction that wrote the busy time. */
  private String written(Instant from) {
    return POSTGRES
        .look(
            "select xmin::text from google_busy where customer_id = ? and starts_at = ?",
            linked.customer.value(),
            from)
        .getFirst();
  }

  private String lastCount() {
    return POSTGRES
        .look(
            """
            select added || ' ' || changed || ' ' || removed from sync_run
            where customer_id = ? and kind = 'CALENDAR' order by started_at desc, id desc limit 1""",
            linked.customer.value())
        .getFirst();
  }

  private boolean done(UUID request) {
    return !linked.outcome(request).isEmpty();
  }

  private void ended(UUID request, String outcome) {
    Waiting.until(
        "the request ended as " + outcome,
        () -> linked.outcome(request).equals(outcome),
        () -> linked.outcome(request));
  }

  private Instant hour(int hour) {
    return thisHour.plus(Duration.ofHours(hour));
  }

  private Span hours(int from, int to) {
    return new Span(hour(from), hour(to));
  }

  private String shown(int from, int to) {
    return shown(hour(from)) + " " + shown(hour(to));
  }

  private static String shown(Instant instant) {
    String text = instant.toString();
    return text.substring(5, 10) + " " + text.substring(11, 16);
  }
}
