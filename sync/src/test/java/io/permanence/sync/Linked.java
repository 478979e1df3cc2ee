package io.permanence.sync;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.store.Module;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleRequest;
import io.permanence.store.google.GoogleRequests;
import io.permanence.store.google.OfferedCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer who consented to the mirror, and what they ask for, as the portal would write it. */
public final class Linked {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  public final CustomerId customer = CustomerId.random();
  public final AccountId account = AccountId.random();
  public final String email;
  private final GoogleHouse house;
  private ConsentId consent = ConsentId.random();

  /** Moves in and consents. */
  public Linked(GoogleHouse house, String email) {
    this.house = house;
    this.email = email;
    house.postgres.execute(
        "insert into customer (customer_id, name, created_at) values (?, 'Cabinet', ?)",
        customer.value(),
        LONG_AGO);
    consentAgain();
  }

  /** Consents to the contacts (again). */
  public void consentAgain() {
    consent = consentTo(Purpose.GOOGLE_CONTACTS);
  }

  private ConsentId consentTo(Purpose purpose) {
    ConsentId given = ConsentId.random();
    house.postgres.execute(
        """
        insert into consent (customer_id, id, account_id, purpose, text_version, text_language,
          text_hash, given_at, given_how, given_by)
        values (?, ?, ?, ?, 1, 'fr', repeat('0', 64), ?, 'APP', ?)""",
        customer.value(),
        given.value(),
        account.value(),
        purpose.word(),
        LONG_AGO,
        account.value());
    return given;
  }

  /** Brings a code from Google, for the contacts. */
  public UUID connect(String code) {
    return connect(code, GoogleHouse.VERIFIER);
  }

  /** Brings a code from Google for the contacts, with this verifier. */
  public UUID connect(String code, String verifier) {
    return connect(consent, code, verifier);
  }

  /** Brings a code from Google under that consent. */
  public UUID connect(ConsentId under, String code) {
    return connect(under, code, GoogleHouse.VERIFIER);
  }

  private UUID connect(ConsentId under, String code, String verifier) {
    UUID id = Id.next();
    byte[] sealed =
        house.sealer.seal(
            new OfferedCode(code, verifier, GoogleHouse.REDIRECT).text(),
            OfferedCode.sealedFor(customer, id));
    append(GoogleRequest.connect(customer, id, account, under, sealed, house.clock.instant()));
    return id;
  }

  /** Consents at Google to the contacts and waits until the mirror is there. */
  public void linkUp() {
    UUID request = connect(house.code(email, GoogleHouse.CONTACTS));
    Waiting.until("it is linked", () -> outcome(request).equals("linked"), () -> outcome(request));
    Waiting.until("it is mirrored", () -> runs().equals(List.of("done")), this::runs);
  }

  /**
   * Consents at Google to the calendar and waits until its busy times are there.
   *
   * @param at whose Google account
   * @return the consent
   */
  public ConsentId linkCalendar(String at) {
    ConsentId given = calendar();
    UUID request = connect(given, house.code(at, GoogleHouse.CALENDAR));
    Waiting.until("it is linked", () -> outcome(request).equals("linked"), () -> outcome(request));
    Waiting.until("it is read", () -> runs("CALENDAR").contains("done"), this::runs);
    return given;
  }

  /** Asks for a run now, and waits for its end. */
  public String syncNow() {
    UUID id = Id.next();
    append(GoogleRequest.sync(customer, id, account, house.clock.instant()));
    Waiting.until("the run ended", () -> !outcome(id).isEmpty(), () -> runs());
    return outcome(id);
  }

  private void append(GoogleRequest request) {
    Waiting.on(
        house
            .database
            .as(Module.PORTAL)
            .inTransaction(customer, tx -> GoogleRequests.append(tx, request)));
  }

  /** The consent to the contacts. */
  public ConsentId consent() {
    return consent;
  }

  /** Consents to the calendar, apart from the contacts. */
  public ConsentId calendar() {
    return consentTo(Purpose.GOOGLE_CALENDAR);
  }

  /** Withdraws the consent to the contacts. */
  public UUID withdraw() {
    return withdraw(consent);
  }

  /** Withdraws, as the portal does: consent and request in one transaction. */
  public UUID withdraw(ConsentId withdrawn) {
    UUID id = Id.next();
    Instant now = house.clock.instant();
    Waiting.on(
        house
            .database
            .as(Module.PORTAL)
            .inTransaction(
                customer,
                tx ->
                    tx.execute(
                            """
                            update consent set withdrawn_at = ?2, withdrawn_how = 'APP',
                              withdrawn_by = ?3 where id = ?1""",
                            withdrawn.value(),
                            now,
                            account.value())
                        .compose(
                            ended ->
                                GoogleRequests.append(
                                    tx,
                                    GoogleRequest.withdraw(
                                        customer, id, account, withdrawn, now)))));
    return id;
  }

  /** How a request ended; empty while it is open. */
  public String outcome(UUID request) {
    return String.join(
        "",
        house.postgres.look(
            "select outcome from google_request where id = ? and done_at is not null", request));
  }

  /** How the runs ended, in their order. */
  public List<String> runs() {
    return house.postgres.look(
        """
        select coalesce(outcome, 'open') from sync_run where customer_id = ?
        order by started_at, id""",
        customer.value());
  }

  /** How the runs of that kind ended, in their order. */
  public List<String> runs(String kind) {
    return house.postgres.look(
        """
        select coalesce(outcome, 'open') from sync_run where customer_id = ? and kind = ?
        order by started_at, id""",
        customer.value(),
        kind);
  }

  /** The busy times that are kept: from and to. */
  public List<String> busy() {
    return house.postgres.look(
        """
        select to_char(starts_at at time zone 'UTC', 'MM-DD HH24:MI') || ' '
          || to_char(ends_at at time zone 'UTC', 'MM-DD HH24:MI') from google_busy
        where customer_id = ? order by starts_at""",
        customer.value());
  }

  /** How the customer's links stand: purpose and state. */
  public List<String> links() {
    return house.postgres.look(
        "select purpose || ' ' || state from google_link where customer_id = ? order by purpose",
        customer.value());
  }

  /** The mirror: name and number of every contact. */
  public List<String> mirror() {
    return house.postgres.look(
        """
        select g.display_name || ' ' || n.number from google_contact g
        join google_contact_number n using (customer_id, resource_name)
        where g.customer_id = ? order by 1""",
        customer.value());
  }

  /** How many rows the link left, the runs' counts aside. */
  public int rows() {
    return Integer.parseInt(
        house
            .postgres
            .look(
                """
                select (select count(*) from google_contact where customer_id = ?)
                  + (select count(*) from google_contact_number where customer_id = ?)
                  + (select count(*) from google_busy where customer_id = ?)
                  + (select count(*) from google_link where customer_id = ?)""",
                customer.value(),
                customer.value(),
                customer.value(),
                customer.value())
            .getFirst());
  }
}
