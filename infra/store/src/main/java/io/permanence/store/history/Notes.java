package io.permanence.store.history;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.intake.GivenAnswers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The notes sent to the transaction's customer. */
public final class Notes {
  private static final String SELECT =
      """
      select n.id, n.call_id, n.version + coalesce(s.version, 0), n.caller_name,
        n.caller_number, n.number_confirmed, n.request, n.urgency, cast(n.answers as text),
        y.display_name, coalesce(n.sent_at, n.created_at), s.read_at, s.binned_at, s.feedback,
        s.feedback_text, cast(n.asked as text), n.callback_wanted, v.seconds
      from note n
      left join note_state s on s.customer_id = n.customer_id and s.note_id = n.id
      left join secretary y on y.account_id = n.secretary_id
      left join voicemail v on v.customer_id = n.customer_id and v.call_id = n.id
      where n.state = 'SENT'\
      """;

  private Notes() {}

  /** One note that was sent. */
  public static Future<Optional<Note>> find(Tx tx, NoteId id) {
    return tx.rows(SELECT + " and n.id = ?1", id.value())
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Notes::note));
  }

  /** The notes of a call that were sent, newest first. */
  public static Future<List<Note>> ofCall(Tx tx, CallId call) {
    return tx.rows(
            SELECT + " and n.call_id = ?1 order by n.sent_at desc, n.id desc limit 20",
            call.value())
        .map(rows -> rows.stream().map(Row::new).map(Notes::note).toList());
  }

  /** Lets nobody else change this note's state until the transaction ends. */
  public static Future<Void> lock(Tx tx, NoteId id) {
    return tx.rows("select pg_advisory_xact_lock(hashtextextended(?1, 2)) is null", id.toString())
        .mapEmpty();
  }

  /** Whether a note of this id was sent; for live hints. */
  public static Future<Boolean> sent(Tx tx, NoteId id) {
    return tx.rows("select count(*) from note where id = ?1 and state = 'SENT'", id.value())
        .map(rows -> new Row(rows.getFirst()).number(0) > 0);
  }

  /** Marks a note read or unread, and puts it into the bin or takes it out. */
  public static Future<Void> setState(
      Tx tx, CustomerId customer, NoteId id, Optional<Instant> readAt, Optional<Instant> binnedAt) {
    return tx.execute(
            """
            insert into note_state (customer_id, note_id, read_at, binned_at)
            values (?1, ?2, ?3, ?4)
            on conflict (customer_id, note_id) do update set read_at = excluded.read_at,
              binned_at = excluded.binned_at, version = note_state.version + 1\
            """,
            customer.value(),
            id.value(),
            readAt.orElse(null),
            binnedAt.orElse(null))
        .mapEmpty();
  }

  /** Keeps what the customer thought of a note; empty takes it back. */
  public static Future<Void> setFeedback(
      Tx tx, CustomerId customer, NoteId id, Optional<Note.Feedback> feedback) {
    return tx.execute(
            """
            insert into note_state (customer_id, note_id, feedback, feedback_text)
            values (?1, ?2, ?3, ?4)
            on conflict (customer_id, note_id) do update set feedback = excluded.feedback,
              feedback_text = excluded.feedback_text, version = note_state.version + 1\
            """,
            customer.value(),
            id.value(),
            feedback.map(f -> f.good() ? "GOOD" : "BAD").orElse(null),
            feedback.flatMap(Note.Feedback::comment).orElse(null))
        .mapEmpty();
  }

  /**
   * Deletes a note with everything made from it: what the customer did with it, its deliveries,
   * what the caller said if it is a voicemail's, which bears the call's id. It cannot be restored
   * anywhere (D3).
   */
  public static Future<Void> delete(Tx tx, Note note) {
    return tx.execute("delete from voicemail where call_id = ?1", note.id().value())
        .compose(
            gone -> tx.execute("delete from delivery where subject_id = ?1", note.id().value()))
        .compose(gone -> tx.execute("delete from note where id = ?1", note.id().value()))
        .mapEmpty();
  }

  /** How a note was sent to one person, oldest first. */
  public static Future<List<NoteDelivery>> deliveries(Tx tx, NoteId id, AccountId account) {
    return tx.rows(
            """
            select d.id, d.channel, d.address, v.label, d.state, d.why, d.created_at, d.updated_at
            from delivery d
            left join device v on v.customer_id = d.customer_id and v.id = d.device_id
            where d.subject_id = ?1 and d.account_id = ?2 and d.channel <> 'WEBHOOK'
            order by d.created_at, d.id limit 50\
            """,
            id.value(),
            account.value())
        .map(rows -> rows.stream().map(Row::new).map(Notes::delivery).toList());
  }

  private static NoteDelivery delivery(Row row) {
    return new NoteDelivery(
        row.uuid(0),
        row.text(1),
        row.maybe(2, row::text),
        row.maybe(3, row::text),
        row.text(4),
        row.maybe(5, row::text),
        row.instant(6),
        row.instant(7));
  }

  private static Note note(Row row) {
    return new Note(
        new NoteId(row.uuid(0)),
        row.maybe(1, row::uuid).map(CallId::new),
        row.whole(2),
        row.text(3),
        row.maybe(4, row::text).map(PhoneNumber::new),
        row.flag(5),
        row.text(6),
        Urgency.valueOf(row.text(7)),
        GivenAnswers.byWords(row.text(8), row.text(15)),
        row.flag(16),
        row.maybe(9, row::text),
        row.maybe(17, row::whole),
        row.instant(10),
        row.maybe(11, row::instant),
        row.maybe(12, row::instant),
        row.maybe(13, row::text)
            .map(word -> new Note.Feedback(word.equals("GOOD"), row.maybe(14, row::text))));
  }
}
