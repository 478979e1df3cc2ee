package io.permanence.store.note;

import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.NoteId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes that were sent, with their messages (C2). Across customers. */
public final class SentNotes {
  private static final String SELECT =
      """
      select note_id, secretary_id, customer_name, caller_name, urgency, sent_at, decided,
        cast(deliveries as text)
      from notes_sent(cast(nullif(?1, '') as uuid), ?2, ?3, ?4)""";

  private SentNotes() {}

  /**
   * The notes sent since an instant, newest first.
   *
   * @param secretary who wrote them; everybody's when absent
   * @param namedSince callers of notes sent before it are not named
   */
  public static Future<List<SentNote>> since(
      Tx tx, Optional<AccountId> secretary, Instant since, Instant namedSince, int most) {
    String whose = secretary.map(AccountId::toString).orElse("");
    return tx.rows(SELECT, whose, since, namedSince, most)
        .map(rows -> rows.stream().map(Row::new).map(SentNotes::note).toList());
  }

  private static SentNote note(Row row) {
    return new SentNote(
        new NoteId(row.uuid(0)),
        new AccountId(row.uuid(1)),
        row.text(2),
        row.maybe(3, row::text),
        Urgency.valueOf(row.text(4)),
        row.instant(5),
        row.flag(6),
        new JsonArray(row.text(7))
            .stream().map(each -> (JsonObject) each).map(SentNotes::message).toList());
  }

  private static SentNote.Message message(JsonObject json) {
    return new SentNote.Message(
        UUID.fromString(json.getString("id")),
        json.getString("channel"),
        Optional.ofNullable(json.getString("target")),
        json.getString("state"),
        json.getInteger("attempts"),
        Optional.ofNullable(json.getString("why")),
        instant(json, "dueAt"),
        instant(json, "changedAt"));
  }

  private static Instant instant(JsonObject json, String name) {
    return OffsetDateTime.parse(json.getString(name)).toInstant();
  }
}
