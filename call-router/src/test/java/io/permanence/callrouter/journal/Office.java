package io.permanence.callrouter.journal;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A customer with one line, written into a real database as a superuser would. */
public final class Office {
  private final String jdbc;
  public final CustomerId customer = CustomerId.random();
  public final LineId line = LineId.random();
  public final TeamId team = TeamId.random();
  public final InstructionId standing = InstructionId.random();
  public final PhoneNumber number;

  private Office(String jdbc, PhoneNumber number) {
    this.jdbc = jdbc;
    this.number = number;
  }

  /** A line whose standing default puts nobody through. */
  public static Office open(String superuserJdbc, String number) {
    Office office = new Office(superuserJdbc, new PhoneNumber(number));
    office.run("insert into team (id, name) values (?, ?)", office.team.value(), "Santé " + number);
    office.run(
        "insert into customer (customer_id, name, created_at) values (?, 'Cabinet Martin', now())",
        office.customer.value());
    office.run(
        """
        insert into line (customer_id, id, number, name, home_team, created_at)
        values (?, ?, ?, 'Cabinet', ?, now())
        """,
        office.customer.value(),
        office.line.value(),
        number,
        office.team.value());
    office.instruct(office.standing, "STANDING", "NONE", "ANNOUNCED");
    return office;
  }

  /** An instruction without end. */
  public InstructionId instructed(String putThrough, String mode) {
    InstructionId id = InstructionId.random();
    instruct(id, "OPEN", putThrough, mode);
    return id;
  }

  private void instruct(InstructionId id, String kind, String putThrough, String mode) {
    run(
        """
        insert into instruction (customer_id, id, line_id, window_kind, put_through, mode, greeting,
          message, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, 'Cabinet Martin, bonjour', 'Le docteur rappelle', now(), now())
        """,
        customer.value(),
        id.value(),
        line.value(),
        kind,
        putThrough,
        mode);
  }

  /** A rung of an instruction's ladder, its number proven. */
  public void rung(InstructionId instruction, int position, String number) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into forwarding_number (customer_id, id, number, proven_at, created_at)
        values (?, ?, ?, now(), now())
        """,
        customer.value(),
        id,
        number);
    run(
        """
        insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,
          ring_seconds)
        values (?, ?, ?, ?, 20)
        """,
        customer.value(),
        instruction.value(),
        position,
        id);
  }

  /** A number that rings together with a rung's own, proven. */
  public void together(InstructionId instruction, int position, String number) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into forwarding_number (customer_id, id, number, proven_at, created_at)
        values (?, ?, ?, now(), now())
        """,
        customer.value(),
        id,
        number);
    run(
        """
        insert into ladder_also (customer_id, instruction_id, position, nth, forwarding_number_id)
        values (?, ?, ?, 1, ?)
        """,
        customer.value(),
        instruction.value(),
        position,
        id);
  }

  /** The customer's calendar says busy. */
  public void busy(String event, Instant from, Instant to) {
    run(
        """
        insert into google_busy (customer_id, event_key, starts_at, ends_at, consent_id, synced_at)
        values (?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, now())
        """,
        customer.value(),
        event,
        from.toString(),
        to.toString(),
        UUID.randomUUID());
  }

  /** Marks a caller. */
  public void mark(String number, String mark) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into contact (customer_id, id, display_name, mark, created_at, updated_at)
        values (?, ?, 'Jeanne Petit', ?, now(), now())
        """,
        customer.value(),
        id,
        mark);
    run(
        "insert into contact_number (customer_id, contact_id, number) values (?, ?, ?)",
        customer.value(),
        id,
        number);
  }

  /** One of the customer's people wants a push while a call rings. */
  public void choosesIncomingCalls() {
    run(
        """
        insert into notification_preference (customer_id, account_id, channel, urgency, enabled,
          incoming_calls) values (?, ?, 'PUSH', 'NORMAL', true, true)
        """,
        customer.value(),
        UUID.randomUUID());
  }

  /** Secretaries answer on that weekday only. */
  public void openOnly(String day, String from, String to) {
    run(
        "update line set open_hours = cast(? as jsonb) where id = ?",
        "[{\"days\":[\"%s\"],\"from\":\"%s\",\"to\":\"%s\"}]".formatted(day, from, to),
        line.value());
  }

  /** Runs a statement as a superuser. */
  public void run(String sql, Object... parameters) {
    try (Connection connection = DriverManager.getConnection(jdbc);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of a query, as texts. */
  public List<String> texts(String sql, Object... parameters) {
    try (Connection connection = DriverManager.getConnection(jdbc);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, parameters);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
