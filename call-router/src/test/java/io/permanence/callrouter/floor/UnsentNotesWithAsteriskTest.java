package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A note that was begun and not sent becomes its secretary's task, whatever ended (B6). */
class UnsentNotesWithAsteriskTest {
  private House house;
  private Workplace camille;

  @BeforeEach
  void open() {
    house = new House();
    camille = Workplace.of(house, "camille");
  }

  @AfterEach
  void close() {
    camille.close();
    house.close();
  }

  @Test
  void theTaskComesWhenHerCallIsLostWithoutWrapUp() {
    Instant before = Instant.now();
    camille.ready();
    try (SipCall caller = SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call()) {
      String call = camille.takes(before);
      NoteId note = saved(call, "begun");
      assertThat(tasks()).as("her call goes on").isEmpty();
      camille.does(call, "hold");
      camille.console.awaitPhase(call, "held", before);
      camille.phone.hangUp("");
      awaitTask(note, before);
      caller.hangUp();
    }
  }

  @Test
  void theTaskComesWithADraftThatIsSavedWhenNobodyIsAtWorkOnIt() {
    Instant before = Instant.now();
    CallId call = answeredCall();
    NoteId note = saved(call.toString(), "late");
    awaitTask(note, before);
    assertThat(send(call.toString(), note, "sent", 2, "send").status()).isEqualTo(200);
    camille.console.await(
        "tasks",
        before,
        message -> !message.path("tasks").findValuesAsText("noteId").contains(note.toString()));
  }

  @Test
  void theTaskComesAfterARestartAndWhenAConsoleConnects() {
    NoteId before = left(answeredCall());
    house.restart();
    until(before);
    camille.goesAway();
    camille = Workplace.of(house, "camille");
    NoteId between = left(answeredCall());
    try (ConsoleClient again = house.console("camille")) {
      again.await("hello", Instant.EPOCH, message -> true);
      until(between);
    }
  }

  @Test
  void theWishToBeCalledBackInANoteIsATaskOnceItIsSent() {
    CallId call = answeredCall();
    NoteId note = NoteId.random();
    Map<String, Object> body = new HashMap<>(note(call.toString(), "please", 1, "send"));
    body.put("callbackWanted", true);
    assertThat(camille.console.send("PUT", "/notes/" + note, body).status()).isEqualTo(200);
    assertThat(camille.console.send("PUT", "/notes/" + note, body).status()).isEqualTo(200);
    assertThat(
            house.database.look(
                "select kind from task where call_id = ? and note_id = ?",
                call.value(),
                note.value()))
        .containsExactly("CALLBACK");
  }

  @Test
  void anotherContentUnderTheSameRevisionIsRefusedWithWhatIsStored() {
    String call = answeredCall().toString();
    NoteId note = saved(call, "one");
    assertThat(send(call, note, "one", 1, "draft").status()).isEqualTo(200);
    ConsoleClient.Answer answer = send(call, note, "other", 1, "draft");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("type").asText()).isEqualTo("note-changed");
    assertThat(answer.body().path("note").path("request").asText()).isEqualTo("one");
  }

  private NoteId saved(String call, String request) {
    NoteId note = NoteId.random();
    assertThat(send(call, note, request, 1, "draft").status()).isEqualTo(200);
    return note;
  }

  private ConsoleClient.Answer send(
      String call, NoteId note, String request, int revision, String intent) {
    return camille.console.send("PUT", "/notes/" + note, note(call, request, revision, intent));
  }

  private static Map<String, Object> note(
      String call, String request, int revision, String intent) {
    Map<String, Object> note = NoteBody.of(call, revision, intent);
    note.put("request", request);
    return note;
  }

  private void awaitTask(NoteId note, Instant since) {
    camille.console.await(
        "tasks",
        since,
        message -> message.path("tasks").findValuesAsText("noteId").contains(note.toString()));
  }

  private List<String> tasks() {
    return house.database.look("select note_id from task where kind = 'UNSAVED_NOTE'");
  }

  private void until(NoteId note) {
    Instant end = Instant.now().plusSeconds(15);
    while (!tasks().contains(note.toString())) {
      assertThat(Instant.now()).as("the unsent note is a task").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private CallId answeredCall() {
    CallId call = CallId.random();
    house.database.execute(
        "insert into call (customer_id, id, line_id, arrived_at, decision, reason, answered_by,"
            + " answered_at) select customer_id, ?, id, now(), 'desk', 'all', ?, now() from line",
        call.value(),
        House.CAMILLE.value());
    return call;
  }

  /** As a service leaves a draft that was killed before its wrap-up ended. */
  private NoteId left(CallId call) {
    NoteId note = NoteId.random();
    house.database.execute(
        "insert into note (customer_id, id, call_id, secretary_id, state, request, created_at,"
            + " saved_at) select customer_id, ?, ?, ?, 'DRAFT', 'begun', now(), now() from line",
        note.value(),
        call.value(),
        House.CAMILLE.value());
    return note;
  }
}
