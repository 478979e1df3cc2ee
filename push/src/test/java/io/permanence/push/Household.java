package io.permanence.push;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.testing.postgres.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer with one person, one push device under a consent, an e-mail address and a number. */
public final class Household {
  public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  public final CustomerId customer = CustomerId.random();
  public final AccountId account = AccountId.random();
  public final UUID consent = Id.next();
  public final UUID device = Id.next();
  public final String token = "demo-" + UUID.randomUUID();
  public final String email = "martin-" + account.value().hashCode() + "@example.org";
  public final String number;
  private final TestDatabase database;

  /** Moves in. */
  public Household(TestDatabase database) {
    this.database = database;
    this.number = "+3363998%04d".formatted(Math.floorMod(account.value().hashCode(), 10_000));
    database.execute(
        "insert into customer (customer_id, name, created_at) values (?, 'Cabinet Martin', ?)",
        customer.value(),
        LONG_AGO);
    database.execute(
        """
        insert into consent_text (purpose, version, language, body, hash, published_at)
        values ('push', 1, 'fr', 'Texte', repeat('0', 64), ?) on conflict do nothing\
        """,
        LONG_AGO);
    database.execute(
        """
        insert into consent (customer_id, id, account_id, purpose, text_version, text_language,
          text_hash, given_at, given_how, given_by)
        values (?, ?, ?, 'push', 1, 'fr', repeat('0', 64), ?, 'APP', ?)\
        """,
        customer.value(),
        consent,
        account.value(),
        LONG_AGO,
        account.value());
    database.execute(
        """
        insert into device (customer_id, id, account_id, token, consent_id, registered_at, seen_at)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        customer.value(),
        device,
        account.value(),
        token,
        consent,
        LONG_AGO,
        LONG_AGO);
    preference("EMAIL", email);
    preference("SMS", number);
  }

  private void preference(String channel, String address) {
    for (String urgency : List.of("NORMAL", "URGENT")) {
      database.execute(
          """
          insert into notification_preference
            (customer_id, account_id, channel, urgency, enabled, address)
          values (?, ?, ?, ?, true, ?)\
          """,
          customer.value(),
          account.value(),
          channel,
          urgency,
          address);
    }
  }

  /** A note is sent: note and outbox row together. */
  public UUID note(String caller, String request, Instant now) {
    UUID note = Id.next();
    database.execute(
        """
        with n as (insert into note (customer_id, id, secretary_id, state, caller_name,
            caller_number, request, created_at, saved_at, sent_at)
          values (?, ?, ?, 'SENT', ?, '+33639980101', ?, ?, ?, ?) returning customer_id, id, sent_at)
        insert into outbox (customer_id, id, kind, subject_id, created_at)
        select customer_id, ?, 'NOTE', id, sent_at from n\
        """,
        customer.value(),
        note,
        UUID.randomUUID(),
        caller,
        request,
        now,
        now,
        now,
        Id.next());
    return note;
  }

  /** Something about a call is told. */
  public UUID call(String kind, Instant now) {
    UUID call = Id.next();
    database.execute(
        """
        insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason)
        values (?, ?, ?, '+33639980101', ?, 'DESK', 'standing')\
        """,
        customer.value(),
        call,
        UUID.randomUUID(),
        now);
    database.execute(
        "insert into outbox (customer_id, id, kind, subject_id, created_at) values (?, ?, ?, ?, ?)",
        customer.value(),
        Id.next(),
        kind,
        call,
        now);
    return call;
  }

  /** The person wants to be told while a call rings, and of ordinary notes or not. */
  public void choosesCalls(boolean notesToo) {
    database.execute(
        """
        insert into notification_preference
          (customer_id, account_id, channel, urgency, enabled, incoming_calls)
        values (?, ?, 'PUSH', 'NORMAL', ?, true)\
        """,
        customer.value(),
        account.value(),
        notesToo);
  }

  /** A call is written as the journal does it. */
  public UUID rings(String decision, Instant now) {
    UUID call = Id.next();
    database.execute(
        """
        insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason)
        values (?, ?, ?, '+33639980101', ?, ?, 'standing')\
        """,
        customer.value(),
        call,
        UUID.randomUUID(),
        now,
        decision);
    return call;
  }

  /** The customer withdraws the consent to push. */
  public void withdraw(Instant now) {
    database.execute(
        "update consent set withdrawn_at = ?, withdrawn_how = 'APP', withdrawn_by = ? where id = ?",
        now,
        account.value(),
        consent);
  }

  /** Channel, state and why of each delivery of a note or call, in order of channel. */
  public List<String> deliveries(UUID subject) {
    return database.look(
        """
        select concat_ws(' ', channel, state, why) from delivery where subject_id = ?
        order by channel\
        """,
        subject);
  }
}
