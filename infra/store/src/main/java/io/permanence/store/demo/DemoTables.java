package io.permanence.store.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.Handling;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.instruction.LadderSteps;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows every demo begins with: company, customers, people, lines. */
public final class DemoTables {
  private DemoTables() {}

  /**
   * Whether the database is left alone: somebody else's company is there, or the demo is whole,
   * which its last line tells; in the portal's hands.
   *
   * @param teams the demo's
   * @param last the line that is written last
   */
  public static Future<Boolean> filled(Tx tx, List<TeamId> teams, PhoneNumber last) {
    return tx.rows(
            """
            select exists (select from team where not id = any (cast(?1 as uuid[])))
              or exists (select from directory_line where number = ?2)\
            """,
            teams.stream().map(TeamId::value).toArray(UUID[]::new),
            last.e164())
        .map(rows -> (Boolean) rows.getFirst()[0]);
  }

  /** Whether there are teams; in the portal's hands. */
  public static Future<Boolean> teams(Tx tx) {
    return tx.rows("select exists (select from team)").map(rows -> (Boolean) rows.getFirst()[0]);
  }

  /** Since when the transaction's customer is there; empty when not. */
  public static Future<Optional<Instant>> since(Tx tx) {
    return tx.rows("select created_at from customer")
        .map(rows -> rows.stream().findFirst().map(row -> new Row(row).instant(0)));
  }

  /** A team; in the portal's hands. */
  public static Future<Void> team(Tx tx, TeamId id, String name, int position) {
    return tx.execute(
            "insert into team (id, name, position) values (?1, ?2, ?3)", id.value(), name, position)
        .mapEmpty();
  }

  /** A secretary, or somebody who sees the desk; in the portal's hands. */
  public static Future<Void> secretary(Tx tx, AccountId account, String name, TeamId team) {
    return tx.execute(
            """
            insert into secretary (account_id, display_name, team_id, languages)
            values (?1, ?2, ?3, cast(?4 as text[]))\
            """,
            account.value(),
            name,
            team.value(),
            new String[] {"fr", "en"})
        .mapEmpty();
  }

  /** A customer; in the portal's hands. */
  public static Future<Void> customer(
      Tx tx, CustomerId id, String name, String trade, String knowledge, Instant since) {
    return tx.execute(
            """
            insert into customer (customer_id, name, trade, knowledge, created_at)
            values (?1, ?2, ?3, ?4, ?5)\
            """,
            id.value(),
            name,
            trade,
            knowledge,
            since)
        .mapEmpty();
  }

  /** Somebody of a customer; in the portal's hands. */
  public static Future<Void> person(
      Tx tx, CustomerId customer, AccountId account, String displayName) {
    return tx.execute(
            "insert into person (customer_id, account_id, display_name) values (?1, ?2, ?3)",
            customer.value(),
            account.value(),
            displayName)
        .mapEmpty();
  }

  /** A line with its standing default; its numbers must be there; in the portal's hands. */
  public static Future<Void> line(Tx tx, CustomerId customer, DemoLine line, Instant since) {
    return tx.execute(
            """
            insert into line (customer_id, id, number, name, home_team, overflow_teams, demo,
              created_at) values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid[]), ?7, ?8)\
            """,
            customer.value(),
            line.id().value(),
            line.number().e164(),
            line.name(),
            line.homeTeam().value(),
            line.overflowTeams().stream().map(TeamId::value).toArray(UUID[]::new),
            line.prospects(),
            since)
        .compose(made -> standing(tx, customer, line, since));
  }

  private static Future<Void> standing(Tx tx, CustomerId customer, DemoLine line, Instant since) {
    Handling handling = line.standing();
    Future<Void> written =
        tx.execute(
                """
                insert into instruction (customer_id, id, line_id, window_kind, put_through, mode,
                  greeting, message, notes, created_at, updated_at)
                values (?1, ?2, ?3, 'STANDING', ?4, ?5, ?6, ?7, ?8, ?9, ?9)\
                """,
                customer.value(),
                line.standingId().value(),
                line.id().value(),
                handling.putThrough().name(),
                handling.mode().name(),
                handling.greeting(),
                handling.message().orElse(null),
                handling.notes().orElse(null),
                since)
            .mapEmpty();
    return written.compose(
        before -> LadderSteps.write(tx, customer, line.standingId(), handling.ladder()));
  }
}
