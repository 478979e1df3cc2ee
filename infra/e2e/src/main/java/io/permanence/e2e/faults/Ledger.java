package io.permanence.e2e.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL holds, read beside the service. */
final class Ledger {
  private final House house;

  Ledger(House house) {
    this.house = house;
  }

  /**
   * A call of the journal.
   *
   * @param ends how many events of it say that it is over
   */
  record Row(
      String id,
      String caller,
      String decision,
      String reason,
      Optional<Instant> snapshotAt,
      Instant arrivedAt,
      String outcome,
      int events,
      int ends) {
    boolean fallback() {
      return reason.equals("fallback");
    }

    boolean open() {
      return outcome.isEmpty();
    }
  }

  /** Every call that arrived since. */
  List<Row> since(Instant instant) {
    String sql =
        """
        select id::text, coalesce(caller, ''), decision, reason, snapshot_at, arrived_at,
               coalesce(outcome, ''),
               (select count(*) from call_event e where e.call_id = c.id),
               (select count(*) from call_event e where e.call_id = c.id and e.kind in ('lost', 'ended'))
        from call c where arrived_at >= ? order by arrived_at
        """;
    List<Row> rows = new ArrayList<>();
    try (Connection connection = house.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, instant.atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  Optional.ofNullable(row.getTimestamp(5)).map(java.util.Date::toInstant),
                  row.getTimestamp(6).toInstant(),
                  row.getString(7),
                  row.getInt(8),
                  row.getInt(9)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  /**
   * Calls that came to nothing and of which nobody knows: not answered, not recorded, not ended by
   * what was decided for them, and nobody has the task to call back.
   */
  List<String> forgotten(Instant since) {
    return texts(
        """
        select c.id || ' ' || c.decision || ' ' || c.reason || ' ' || c.outcome from call c
        where c.arrived_at >= '%s' and c.outcome is not null and c.answered_at is null
          and not (c.decision in ('announce', 'voicemail', 'reject') and c.reason <> 'fallback')
          and not exists (select from voicemail v where v.call_id = c.id)
          and not exists (select from task t where t.call_id = c.id)\
        """
            .formatted(since));
  }

  /** The call from that number. */
  Optional<Row> from(String caller, Instant since) {
    return since(since).stream().filter(row -> row.caller().equals(caller)).findFirst();
  }

  /** Calls without an end. */
  Set<String> open() {
    return Set.copyOf(texts("select id::text from call where outcome is null"));
  }

  /** How many notes of those ids are there and sent. */
  long sent(Set<String> notes) {
    return texts("select id::text from note where state = 'SENT'").stream()
        .filter(notes::contains)
        .count();
  }

  /** The numbers in the first column. */
  List<String> texts(String sql) {
    try (Connection connection = house.database();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
