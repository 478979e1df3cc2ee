package io.permanence.store.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.delivery.Outbox;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads and writes the notes that secretaries take. */
public final class Notes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<UUID, String>> ANSWERS = new TypeReference<>() {};
  private static final String SELECT =
      """
      select customer_id, id, call_id, secretary_id, version, caller_name, caller_number,
        number_confirmed, request, urgency, callback_wanted, cast(answers as text), saved_at, sent_at
      from note\
      """;

  private Notes() {}

  /** What became of a save. */
  public sealed interface Saved {
    /** It is stored now, or was already by the same save. */
    record Stored(Note note) implements Saved {}

    /** A later revision is stored, or the same with another content. */
    record Outdated(Note stored) implements Saved {}

    /** It was sent before and can no longer be changed. */
    record AlreadySent(Note stored) implements Saved {}

    /** The id belongs to another secretary's note. */
    record NotHers() implements Saved {}
  }

  /**
   * Saves a draft, or, when {@link Note#sentAt()} is there, sends the note: with the entry of the
   * outbox in the same transaction (C2). Saving the same revision with the same content again
   * changes nothing.
   */
  public static Future<Saved> save(Tx tx, Note note) {
    return insert(tx, note)
        .compose(inserted -> inserted == 1 ? announced(tx, note) : changed(tx, note));
  }

  private static Future<Saved> changed(Tx tx, Note note) {
    return tx.rows(
            SELECT + " where id = ?1 and secretary_id is not null for update", note.id().value())
        .map(rows -> rows.stream().findFirst().map(Notes::note))
        .compose(
            stored -> {
              if (stored.isEmpty() || !isHers(stored.get(), note)) {
                return Future.succeededFuture(new Saved.NotHers());
              }
              return replaced(tx, stored.get(), note);
            });
  }

  private static boolean isHers(Note stored, Note saved) {
    return stored.secretary().equals(saved.secretary()) && stored.call().equals(saved.call());
  }

  private static Future<Saved> replaced(Tx tx, Note stored, Note note) {
    if (stored.revision() == note.revision()
        && stored.sentAt().isPresent() == note.sentAt().isPresent()
        && stored.says(note)) {
      return Future.succeededFuture(new Saved.Stored(stored));
    }
    if (stored.sentAt().isPresent()) {
      return Future.succeededFuture(new Saved.AlreadySent(stored));
    }
    if (note.revision() <= stored.revision()) {
      return Future.succeededFuture(new Saved.Outdated(stored));
    }
    return update(tx, note).compose(updated -> announced(tx, note));
  }

  private static Future<Saved> announced(Tx tx, Note note) {
    Future<Void> told =
        note.sentAt().isPresent()
            ? Outbox.append(
                tx, note.customer(), MessageKind.NOTE, note.id().value(), note.sentAt().get())
            : Future.succeededFuture();
    return told.map(done -> new Saved.Stored(note));
  }

  private static Future<Integer> insert(Tx tx, Note note) {
    return tx.execute(
        """
        insert into note (customer_id, id, call_id, secretary_id, version, state, caller_name,
          caller_number, number_confirmed, request, urgency, callback_wanted, answers, created_at,
          saved_at, sent_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, ''), ?9, ?10, ?11, ?12, cast(cast(?13 as text) as jsonb),
          ?14, ?14, cast(nullif(?15, '') as timestamptz))
        on conflict do nothing\
        """,
        note.customer().value(),
        note.id().value(),
        note.call().value(),
        note.secretary().value(),
        note.revision(),
        state(note),
        note.callerName(),
        note.callerNumber().map(PhoneNumber::e164).orElse(""),
        note.numberReadBack(),
        note.request(),
        note.urgency().name(),
        note.callbackWanted(),
        json(note),
        note.savedAt(),
        note.sentAt().map(Object::toString).orElse(""));
  }

  private static Future<Integer> update(Tx tx, Note note) {
    return tx.execute(
        """
        update note set version = ?2, state = ?3, caller_name = ?4, caller_number = nullif(?5, ''),
          number_confirmed = ?6, request = ?7, urgency = ?8, callback_wanted = ?9,
          answers = cast(cast(?10 as text) as jsonb), saved_at = ?11,
          sent_at = cast(nullif(?12, '') as timestamptz)
        where id = ?1\
        """,
        note.id().value(),
        note.revision(),
        state(note),
        note.callerName(),
        note.callerNumber().map(PhoneNumber::e164).orElse(""),
        note.numberReadBack(),
        note.request(),
        note.urgency().name(),
        note.callbackWanted(),
        json(note),
        note.savedAt(),
        note.sentAt().map(Object::toString).orElse(""));
  }

  private static String state(Note note) {
    return note.sentAt().isPresent() ? "SENT" : "DRAFT";
  }

  /** A note a secretary of the transaction's customer took. */
  public static Future<Optional<Note>> find(Tx tx, NoteId id) {
    return tx.rows(SELECT + " where id = ?1 and secretary_id is not null", id.value())
        .map(rows -> rows.stream().findFirst().map(Notes::note));
  }

  /** A secretary's unsent notes of a call, newest first. */
  public static Future<List<Note>> drafts(Tx tx, AccountId secretary, CallId call) {
    return tx.rows(
            SELECT
                + " where call_id = ?1 and secretary_id = ?2 and state = 'DRAFT'"
                + " order by saved_at desc",
            call.value(),
            secretary.value())
        .map(rows -> rows.stream().map(Notes::note).toList());
  }

  /**
   * An unsent note, wherever it is.
   *
   * @param customer whose note it is
   */
  public record Draft(CustomerId customer, NoteId id) {}

  /** A secretary's unsent notes; across customers. */
  public static Future<List<Draft>> drafts(Tx tx, AccountId secretary) {
    return tx.rows("select customer_id, note_id from drafts_of(?1)", secretary.value())
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Draft(new CustomerId(row.uuid(0)), new NoteId(row.uuid(1))))
                    .toList());
  }

  /** Whose customer's a note of this secretary is; across customers. */
  public static Future<Optional<CustomerId>> home(Tx tx, NoteId note, AccountId secretary) {
    return tx.rows("select customer_id from note_home(?1, ?2)", note.value(), secretary.value())
        .map(rows -> rows.stream().findFirst().map(row -> new CustomerId(new Row(row).uuid(0))));
  }

  private static Note note(Object[] cells) {
    Row row = new Row(cells);
    return new Note(
        new CustomerId(row.uuid(0)),
        new NoteId(row.uuid(1)),
        new CallId(row.uuid(2)),
        new AccountId(row.uuid(3)),
        row.whole(4),
        row.text(5),
        row.maybe(6, row::text).map(PhoneNumber::new),
        row.flag(7),
        row.text(8),
        Urgency.valueOf(row.text(9)),
        row.flag(10),
        answers(row.text(11)),
        row.instant(12),
        row.maybe(13, row::instant));
  }

  private static String json(Note note) {
    try {
      return JSON.writeValueAsString(note.answers());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<UUID, String> answers(String json) {
    try {
      return JSON.readValue(json, ANSWERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answers of a note cannot be read", e);
    }
  }
}
