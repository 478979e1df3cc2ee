package io.permanence.store.desk;

import static io.permanence.store.desk.LineWishes.words;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works here, in which team, and what each was last seen doing. Across customers. */
public final class Secretaries {
  private Secretaries() {}

  /**
   * A secretary and her team.
   *
   * @param alsoIn further teams whose calls she takes
   */
  public record Secretary(
      AccountId account,
      String name,
      TeamId team,
      String teamName,
      Set<TeamId> alsoIn,
      Set<String> languages,
      Set<String> skills) {}

  /** A team. */
  public record Team(TeamId id, String name) {}

  /** What a secretary was last seen doing. */
  public record Seen(AccountId account, String state, Optional<String> reason, Instant since) {}

  /** Every secretary, by name. */
  public static Future<List<Secretary>> all(Tx tx) {
    return tx.rows(
            """
            select s.account_id, s.display_name, s.team_id, t.name,
              array_to_string(s.also_in, ' '), array_to_string(s.languages, ' '),
              array_to_string(s.skills, ' ')
            from secretary s join team t on t.id = s.team_id order by s.display_name\
            """)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new Secretary(
                                new AccountId(row.uuid(0)),
                                row.text(1),
                                new TeamId(row.uuid(2)),
                                row.text(3),
                                words(row, 4).map(TeamId::of).collect(toUnmodifiableSet()),
                                words(row, 5).collect(toUnmodifiableSet()),
                                words(row, 6).collect(toUnmodifiableSet())))
                    .toList());
  }

  /** Every team, in the company's order. */
  public static Future<List<Team>> teams(Tx tx) {
    return tx.rows("select id, name from team order by position, name")
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Team(new TeamId(row.uuid(0)), row.text(1)))
                    .toList());
  }

  /** Keeps what a secretary does now. */
  public static Future<Void> seen(Tx tx, Seen seen) {
    return tx.execute(
            """
            insert into secretary_state (account_id, state, reason, since)
            values (?1, ?2, nullif(?3, ''), ?4)
            on conflict (account_id) do update
              set state = excluded.state, reason = excluded.reason, since = excluded.since\
            """,
            seen.account().value(),
            seen.state(),
            seen.reason().orElse(""),
            seen.since())
        .mapEmpty();
  }

  /** What a secretary was last seen doing. */
  public static Future<Optional<Seen>> lastSeen(Tx tx, AccountId account) {
    return tx.rows(
            "select state, reason, since from secretary_state where account_id = ?1",
            account.value())
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(
                        row ->
                            new Seen(
                                account, row.text(0), row.maybe(1, row::text), row.instant(2))));
  }
}
