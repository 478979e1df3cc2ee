package io.permanence.store.voicemail;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps what callers said, and the notes that tell of it. */
public final class Voicemails {
  private static final Period KEPT = Period.ofMonths(6);

  private Voicemails() {}

  /** Recordings begun before this are no longer kept (H9). */
  public static Instant keptSince(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minus(KEPT).toInstant();
  }

  /** Keeps the recording, and its note as sent; what is there already is left alone. */
  public static Future<Void> keep(Tx tx, Recorded recorded, String request) {
    return tx.execute(
            """
            insert into voicemail (customer_id, call_id, seconds, recorded_at, audio)
            values (?1, ?2, ?3, ?4, ?5) on conflict do nothing\
            """,
            recorded.customer().value(),
            recorded.call().value(),
            recorded.seconds(),
            recorded.recordedAt(),
            recorded.audio().getBytes())
        .compose(
            kept ->
                tx.execute(
                    """
                    insert into note (customer_id, id, call_id, state, caller_number, request,
                      created_at, saved_at, sent_at)
                    values (?1, ?2, ?3, 'SENT', nullif(?4, ''), ?5, ?6, ?6, ?6)
                    on conflict do nothing\
                    """,
                    recorded.customer().value(),
                    recorded.note().value(),
                    recorded.call().value(),
                    recorded.caller().map(PhoneNumber::e164).orElse(""),
                    request,
                    recorded.recordedAt()))
        .mapEmpty();
  }

  /** What was said in a call, as a wav file; absent when nothing was, or it is no longer kept. */
  public static Future<Optional<Buffer>> audio(Tx tx, CallId call, Instant now) {
    return tx.rows(
            "select audio from voicemail where call_id = ?1 and recorded_at >= ?2",
            call.value(),
            keptSince(now))
        .map(rows -> rows.stream().findFirst().map(row -> Buffer.buffer(new Row(row).bytes(0))));
  }

  /** Deletes what is no longer kept; across customers. Tells how many there were. */
  public static Future<Long> forget(Tx tx, Instant now) {
    return tx.rows("select forget_voicemails(?1)", keptSince(now))
        .map(rows -> new Row(rows.getFirst()).number(0));
  }
}
