package io.permanence.e2e.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An instruction's ladder with other numbers in it, written behind every check; until closed. */
final class TamperedLadder implements AutoCloseable {
  /** Ten rungs of four numbers. */
  static final int ROOM = 40;

  private static final int TOGETHER = 4;

  private final Connection connection;
  private final UUID instruction;
  private final UUID customer;
  private final Map<String, String> numbers = new HashMap<>();

  private TamperedLadder(Connection connection, UUID instruction, UUID customer) {
    this.connection = connection;
    this.instruction = instruction;
    this.customer = customer;
  }

  static TamperedLadder of(House house, String instruction) throws SQLException {
    Connection connection = house.database();
    UUID id = UUID.fromString(instruction);
    UUID customer;
    try (PreparedStatement query =
        connection.prepareStatement("select customer_id from instruction where id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        customer = row.getObject(1, UUID.class);
      }
    }
    TamperedLadder ladder = new TamperedLadder(connection, id, customer);
    ladder.run("create temp table kept_step as select * from ladder_step where instruction_id = ?");
    ladder.run("create temp table kept_also as select * from ladder_also where instruction_id = ?");
    return ladder;
  }

  /** These numbers instead of what was there, in one transaction. */
  void fill(List<String> fraud) throws SQLException {
    connection.setAutoCommit(false);
    empty();
    numbers.clear();
    for (int i = 0; i < fraud.size(); i++) {
      UUID id = UUID.randomUUID();
      numbers.put(id.toString(), fraud.get(i));
      insert(
          "insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)"
              + " values (?, ?, ?, 'S7', now(), now())",
          customer,
          id,
          fraud.get(i));
      int position = i / TOGETHER;
      int nth = i % TOGETHER;
      if (nth == 0) {
        insert(
            "insert into ladder_step (customer_id, instruction_id, position,"
                + " forwarding_number_id, ring_seconds) values (?, ?, ?, ?, 10)",
            customer,
            instruction,
            position,
            id);
      } else {
        insert(
            "insert into ladder_also (customer_id, instruction_id, position, nth,"
                + " forwarding_number_id) values (?, ?, ?, ?, ?)",
            customer,
            instruction,
            position,
            nth,
            id);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Whether the call from that number is over in the journal. */
  boolean isOver(String caller) {
    return !texts("select id::text from call where caller = ? and outcome is not null", caller)
        .isEmpty();
  }

  /** The numbers of this ladder whose rungs were passed over for that caller, for the fence. */
  Set<String> refusedFor(String caller) {
    Set<String> refused = new HashSet<>();
    for (String ids :
        texts(
            "select e.detail ->> 'number' from call_event e join call c on c.id = e.call_id"
                + " where c.caller = ? and e.kind = 'ladder-step' and e.detail ->> 'fence' <> ''",
            caller)) {
      for (String id : ids.split(",", -1)) {
        if (numbers.containsKey(id)) {
          refused.add(numbers.get(id));
        }
      }
    }
    return refused;
  }

  private List<String> texts(String sql, String parameter) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, parameter);
      List<String> texts = new java.util.ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void empty() throws SQLException {
    run("delete from ladder_also where instruction_id = ?");
    run("delete from ladder_step where instruction_id = ?");
    insert("delete from forwarding_number where customer_id = ? and label = 'S7'", customer);
  }

  private void run(String sql) throws SQLException {
    insert(sql, instruction);
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** The ladder is what it was. */
  @Override
  public void close() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    connection.setAutoCommit(false);
    empty();
    insert("insert into ladder_step select * from kept_step");
    insert("insert into ladder_also select * from kept_also");
    connection.commit();
    connection.close();
  }
}
