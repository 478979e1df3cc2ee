package io.permanence.e2e.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A customer whose outgoing calls of the day are used up, until closed. */
final class UsedUpDay implements AutoCloseable {
  private static final String CUSTOMER = "(select customer_id from line where number = ?)";

  private final Connection connection;
  private final String line;

  private UsedUpDay(Connection connection, String line) {
    this.connection = connection;
    this.line = line;
  }

  /**
   * No leg is left for the customer of that line.
   *
   * @param line its number
   */
  static UsedUpDay of(House house, String line) throws SQLException {
    UsedUpDay day = new UsedUpDay(house.database(), line);
    day.run(
        "create temp table kept_cap as select * from outgoing_cap where customer_id = " + CUSTOMER);
    day.run("delete from outgoing_cap where customer_id = " + CUSTOMER);
    day.run(
        "insert into outgoing_cap (customer_id, legs, updated_at) select "
            + CUSTOMER
            + ", 0, now()");
    return day;
  }

  /** Whether a call of that number was refused for the cap. */
  boolean refused(String caller) {
    String sql =
        "select count(*) from call_event e join call c on c.id = e.call_id"
            + " where c.caller = ? and e.detail ->> 'fence' = 'daily-legs'";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, caller);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, line);
      statement.execute();
    }
  }

  /** The cap is what it was. */
  @Override
  public void close() throws SQLException {
    run("delete from outgoing_cap where customer_id = " + CUSTOMER);
    try (PreparedStatement back =
        connection.prepareStatement("insert into outgoing_cap select * from kept_cap")) {
      back.execute();
    }
    connection.close();
  }
}
