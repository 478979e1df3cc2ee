package io.permanence.store.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lines ask of whoever answers, and what their customers think of secretaries (B3). */
public final class LineWishes {
  private LineWishes() {}

  /** A line's. */
  public record LineWish(
      CustomerId customer,
      LineId line,
      List<TeamId> overflowTeams,
      List<String> languages,
      List<String> skills,
      List<String> preferredSkills) {}

  /** Feedback of a customer to the notes one secretary took, counted. */
  public record Feedback(CustomerId customer, AccountId secretary, int good, int bad) {}

  /** The lines of one customer, or of all. Across customers. */
  public static Future<List<LineWish>> lines(Tx tx, Optional<CustomerId> of) {
    return tx.rows(
            """
            select customer_id, line_id, array_to_string(overflow_teams, ' '),
              array_to_string(languages, ' '), array_to_string(skills, ' '),
              array_to_string(preferred_skills, ' ')
            from desk_lines(cast(nullif(?1, '') as uuid))\
            """,
            of.map(CustomerId::toString).orElse(""))
        .map(rows -> rows.stream().map(Row::new).map(LineWishes::line).toList());
  }

  private static LineWish line(Row row) {
    return new LineWish(
        new CustomerId(row.uuid(0)),
        new LineId(row.uuid(1)),
        words(row, 2).map(TeamId::of).toList(),
        words(row, 3).toList(),
        words(row, 4).toList(),
        words(row, 5).toList());
  }

  static Stream<String> words(Row row, int column) {
    return row.text(column).isEmpty() ? Stream.empty() : Stream.of(row.text(column).split(" "));
  }

  /** Feedback to notes sent since an instant, of one customer or of all. Across customers. */
  public static Future<List<Feedback>> feedback(Tx tx, Optional<CustomerId> of, Instant since) {
    return tx.rows(
            """
            select customer_id, secretary, good, bad
            from desk_feedback(cast(nullif(?1, '') as uuid), ?2)\
            """,
            of.map(CustomerId::toString).orElse(""),
            since)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new Feedback(
                                new CustomerId(row.uuid(0)),
                                new AccountId(row.uuid(1)),
                                row.whole(2),
                                row.whole(3)))
                    .toList());
  }
}
