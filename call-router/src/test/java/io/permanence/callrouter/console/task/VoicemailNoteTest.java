package io.permanence.callrouter.console.task;

import static io.permanence.callrouter.journal.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.journal.Office;
import io.permanence.callrouter.journal.Switchboard;
import io.permanence.callrouter.spool.Voicemail;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.store.voicemail.Voicemails;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A voicemail becomes a note with something to hear (A12, H9). */
@ExtendWith(VertxExtension.class)
class VoicemailNoteTest {
  private static final Instant NOW = Switchboard.MONDAY_TEN;
  private static final Buffer AUDIO = Buffer.buffer(new byte[] {'R', 'I', 'F', 'F', 0, -1});

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final CallId call = CallId.random();
  private Switchboard switchboard;
  private TaskMaking tasks;

  @BeforeEach
  void start(Vertx vertx) {
    switchboard = Switchboard.start(vertx, postgres.settings());
    tasks =
        new TaskMaking(
            vertx, switchboard.database, Clock.fixed(NOW, ZoneOffset.UTC), (who, kept) -> {});
  }

  @AfterEach
  void stop() {
    switchboard.stop();
    postgres.close();
  }

  private void left(Instant recordedAt) {
    await(
        tasks.left(
            new Voicemail(
                call,
                office.customer,
                office.line,
                office.team,
                new Caller.Known(new PhoneNumber("+33639980301")),
                65,
                recordedAt,
                AUDIO)));
  }

  private Optional<Buffer> audio() {
    return await(
        switchboard.database.inTransaction(office.customer, tx -> Voicemails.audio(tx, call, NOW)));
  }

  @Test
  void aVoicemailImportedTwiceIsOneNoteOneMessageAndOneTask() {
    left(NOW);
    left(NOW);
    assertThat(
            office.texts(
                "select concat_ws(' ', id, caller_number, request, secretary_id) from note"
                    + " where state = 'SENT'"))
        .isEqualTo(List.of(call + " +33639980301 Message vocal de 1 min 05 s"));
    assertThat(office.texts("select kind || ' ' || subject_id from outbox"))
        .isEqualTo(List.of("VOICEMAIL " + call));
    assertThat(office.texts("select kind || ' ' || call_id from task"))
        .isEqualTo(List.of("VOICEMAIL " + call));
    assertThat(audio()).contains(AUDIO);
  }

  @Test
  void aNoteTheCustomerDeletedDoesNotComeBack() {
    left(NOW);
    postgres.execute("delete from note");
    postgres.execute("delete from voicemail");
    left(NOW);
    assertThat(office.texts("select request from note")).isEmpty();
    assertThat(audio()).isEmpty();
  }

  @Test
  void aRecordingIsForgottenAfterSixMonthsAndItsNoteStays() {
    left(Instant.parse("2026-05-23T08:59:59Z"));
    assertThat(audio()).isEmpty();
    long gone = await(switchboard.database.acrossCustomers(tx -> Voicemails.forget(tx, NOW)));
    assertThat(gone).isEqualTo(1);
    assertThat(office.texts("select call_id::text from voicemail")).isEmpty();
    assertThat(office.texts("select id::text from note")).hasSize(1);
  }
}
