package io.permanence.portal;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import java.time.Instant;
import java.util.UUID;

/** A customer with everything, arranged directly in the tables. */
record House(
    Portal portal, CustomerId customer, UUID team, UUID line, UUID number, String lineNumber) {
  private static int counter = 100;

  static House build(Portal portal) {
    CustomerId customer = CustomerId.random();
    UUID team = Id.next();
    UUID line = Id.next();
    UUID number = Id.next();
    int n = counter++;
    String lineNumber = "+331990" + (50_000 + n);
    House house = new House(portal, customer, team, line, number, lineNumber);
    house.run(
        "insert into customer (customer_id, name, created_at) values (?, ?, ?)",
        customer.value(),
        "Cabinet " + n,
        Portal.NOON);
    house.run("insert into team (id, name) values (?, ?)", team, "Team " + n);
    house.run(
        """
        insert into line (customer_id, id, number, name, home_team, created_at)
        values (?, ?, ?, 'Principale', ?, ?)\
        """,
        customer.value(),
        line,
        lineNumber,
        team,
        Portal.NOON);
    house.run(
        """
        insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)
        values (?, ?, ?, 'Mobile', ?, ?)\
        """,
        customer.value(),
        number,
        "+336399" + (80_000 + n),
        Portal.NOON,
        Portal.NOON);
    UUID standing = Id.next();
    house.run(
        """
        insert into instruction (customer_id, id, line_id, window_kind, put_through, greeting,
          message, created_at, updated_at)
        values (?, ?, ?, 'STANDING', 'VIP', 'Cabinet, bonjour', 'Il vous rappelle.', ?, ?)\
        """,
        customer.value(),
        standing,
        line,
        Portal.NOON,
        Portal.NOON);
    house.run(
        """
        insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,
          ring_seconds) values (?, ?, 0, ?, 20)\
        """,
        customer.value(),
        standing,
        number);
    return house;
  }

  UUID call(Instant at, String caller) {
    UUID id = Id.next();
    run(
        """
        insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason,
          reason_arguments, ended_at, outcome)
        values (?, ?, ?, ?, ?, 'desk', 'not-vip', '{"mode": "announced"}', ?, 'TAKEN')\
        """,
        customer.value(),
        id,
        line,
        caller,
        at,
        at.plusSeconds(95));
    run(
        """
        insert into call_event (customer_id, call_id, seq, at, kind)
        values (?, ?, 0, ?, 'arrived'), (?, ?, 1, ?, 'ended')\
        """,
        customer.value(),
        id,
        at,
        customer.value(),
        id,
        at.plusSeconds(95));
    return id;
  }

  UUID note(UUID call, Instant at, String name, String request) {
    UUID id = Id.next();
    run(
        """
        insert into note (customer_id, id, call_id, secretary_id, state, caller_name, request,
          answers, created_at, saved_at, sent_at)
        values (?, ?, ?, ?, 'SENT', ?, ?, '{"Patient connu ?": "oui"}', ?, ?, ?)\
        """,
        customer.value(),
        id,
        call,
        team,
        name,
        request,
        at,
        at,
        at);
    return id;
  }

  UUID note() {
    return note(call(Portal.NOON, "+33639980150"), Portal.NOON, "Élise Noël", "Rappeler demain");
  }

  /** A voicemail's note, which bears the call's id; on the recording are 100 bytes, 0 to 99. */
  UUID voicemail() {
    UUID call = call(Portal.NOON, "+33639980151");
    byte[] audio = new byte[100];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = (byte) i;
    }
    run(
        """
        insert into voicemail (customer_id, call_id, seconds, recorded_at, audio)
        values (?, ?, 7, ?, ?)\
        """,
        customer.value(),
        call,
        Portal.NOON,
        audio);
    run(
        """
        insert into note (customer_id, id, call_id, state, request, created_at, saved_at, sent_at)
        values (?, ?, ?, 'SENT', 'Message vocal de 7 s', ?, ?, ?)\
        """,
        customer.value(),
        call,
        call,
        Portal.NOON,
        Portal.NOON,
        Portal.NOON);
    return call;
  }

  UUID contact(String name) {
    UUID id = Id.next();
    run(
        """
        insert into contact (customer_id, id, display_name, created_at, updated_at)
        values (?, ?, ?, ?, ?)\
        """,
        customer.value(),
        id,
        name,
        Portal.NOON,
        Portal.NOON);
    return id;
  }

  UUID forwardingNumber() {
    UUID id = Id.next();
    run(
        """
        insert into forwarding_number (customer_id, id, number, proven_at, created_at)
        values (?, ?, ?, ?, ?)\
        """,
        customer.value(),
        id,
        "+3363998" + counter++,
        Portal.NOON,
        Portal.NOON);
    return id;
  }

  UUID unprovenNumber() {
    return unprovenNumber("+336399" + (82_000 + counter++));
  }

  UUID unprovenNumber(String number) {
    UUID id = Id.next();
    run(
        """
        insert into forwarding_number (customer_id, id, number, label, created_at)
        values (?, ?, ?, 'Nouveau', ?)\
        """,
        customer.value(),
        id,
        number,
        Portal.NOON);
    return id;
  }

  UUID numberWithCode() {
    UUID number = unprovenNumber();
    run(
        """
        insert into number_proof (customer_id, id, forwarding_number_id, number, account_id,
          channel, sent_at, expires_at)
        select customer_id, ?, id, number, ?, 'SMS', ?, ? from forwarding_number where id = ?\
        """,
        Id.next(),
        team,
        Portal.NOON,
        Portal.NOON.plusSeconds(600),
        number);
    return number;
  }

  UUID instruction() {
    UUID id = Id.next();
    run(
        """
        insert into instruction (customer_id, id, line_id, window_kind, put_through, greeting,
          message, created_at, updated_at, starts_at)
        values (?, ?, ?, 'OPEN', 'NONE', 'Bonjour', 'Absent.', ?, ?, ?)\
        """,
        customer.value(),
        id,
        line,
        Portal.NOON,
        Portal.NOON,
        Portal.NOON.plusSeconds(864_000));
    return id;
  }

  void run(String sql, Object... parameters) {
    portal.postgres.execute(sql, parameters);
  }
}
