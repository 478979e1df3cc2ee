package io.permanence.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the journal says of calls, read beside the service. */
public final class Journal {
  /** One event of a call. */
  public record Event(String kind, Instant at) {}

  /** A call as it was decided and as it ended. */
  public record Call(String id, String decision, String reason, String outcome) {}

  private final RunningSystem system;

  public Journal(RunningSystem system) {
    this.system = system;
  }

  /** The newest call from that caller, "" for a withheld one, that came after the instant. */
  public Optional<Call> newest(String caller, Instant after) {
    String sql =
        "select id::text, decision, reason, coalesce(outcome, '') from call "
            + "where coalesce(caller, '') = ? and arrived_at >= ? order by arrived_at desc limit 1";
    try (Connection connection = system.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, caller);
      query.setObject(2, after.atOffset(java.time.ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Call(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** When the first call of that caller came that the service decided, not the fallback. */
  public Optional<Instant> firstDecided(String caller, Instant after) {
    String sql =
        "select min(arrived_at) from call "
            + "where caller = ? and arrived_at >= ? and reason <> 'fallback'";
    try (Connection connection = system.database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, caller);
      query.setObject(2, after.atOffset(java.time.ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getTimestamp(1)).map(java.util.Date::toInstant);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for that call. */
  public Call await(String caller, Instant after) {
    Until.holds("a call from " + caller, () -> newest(caller, after).isPresent());
    return newest(caller, after).orElseThrow();
  }

  /** Waits until that call has an outcome, and gives it. */
  public Call awaitEnd(String caller, Instant after) {
    Until.holds(
        "the end of the call from " + caller,
        () -> newest(caller, after).filter(call -> !call.outcome().isEmpty()).isPresent());
    return newest(caller, after).orElseThrow();
  }

  /** When that kind of event first happened to that call. */
  public Instant at(String call, String kind) {
    return awaitEvent(call, kind).stream()
        .filter(event -> event.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .at();
  }

  /** The events of a call in order. */
  public List<Event> events(String call) {
    try (Connection connection = system.database();
        PreparedStatement query =
            connection.prepareStatement(
                "select kind, at from call_event where call_id = ?::uuid order by seq")) {
      query.setString(1, call);
      List<Event> events = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          events.add(new Event(row.getString(1), row.getTimestamp(2).toInstant()));
        }
      }
      return events;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the call's journal holds that kind of event. */
  public List<Event> awaitEvent(String call, String kind) {
    Until.holds(
        kind + " in the journal",
        () -> events(call).stream().anyMatch(event -> event.kind().equals(kind)));
    return events(call);
  }

  /** Whether such an event of that caller's newest call is in the journal. */
  boolean happened(String caller, Instant after, String kind, String how) {
    return newest(caller, after).map(call -> count(call.id(), kind, how) > 0).orElse(false);
  }

  private int count(String call, String kind, String how) {
    try (Connection connection = system.database();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from call_event"
                    + " where call_id = ?::uuid and kind = ? and detail ->> 'how' = ?")) {
      query.setString(1, call);
      query.setString(2, kind);
      query.setString(3, how);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The id of the note that was sent about that call. */
  public String noteOf(String call) {
    try (Connection connection = system.database();
        PreparedStatement query =
            connection.prepareStatement(
                "select id::text from note where call_id = ?::uuid and state = 'SENT'")) {
      query.setString(1, call);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("no note was sent about call " + call);
        }
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
