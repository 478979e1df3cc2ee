package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The customer's questions at the console (B6), what became of a note's messages (C2), and what it
 * says when a part is away.
 */
class IntakeAndNoticesTest {
  private static final UUID ABOUT = new UUID(7, 1);
  private static final UUID MEDICINE = new UUID(7, 2);

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
    house.database.execute(
        "insert into intake_script (customer_id, version, questions, updated_at)"
            + " select customer_id, 1, cast(? as jsonb), now() from customer",
        """
        [{"id": "%s", "label": "Objet", "kind": "choice", "required": true,
          "choices": ["ordonnance", "autre"]},
         {"id": "%s", "label": "Lequel ?", "kind": "text", "required": true, "choices": [],
          "onlyWhen": {"id": "%s", "answer": "ordonnance"}}]\
        """
            .formatted(ABOUT, MEDICINE, ABOUT));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static ConsoleClient camille() {
    ConsoleClient camille = house.console("camille");
    camille.await("hello", Instant.EPOCH, message -> true);
    return camille;
  }

  private static CallId answeredCall() {
    CallId call = CallId.random();
    house.database.execute(
        "insert into call (customer_id, id, line_id, arrived_at, decision, reason, answered_by,"
            + " answered_at) select customer_id, ?, id, now(), 'desk', 'all', ?, now() from line",
        call.value(),
        House.CAMILLE.value());
    return call;
  }

  private static Map<String, Object> note(CallId call, int revision, Map<UUID, String> answers) {
    List<Map<String, String>> list = new ArrayList<>();
    answers.forEach(
        (question, value) -> list.add(Map.of("questionId", question.toString(), "value", value)));
    Map<String, Object> note = NoteBody.of(call.toString(), revision, "send");
    note.put("answers", list);
    return note;
  }

  private static String faults(ConsoleClient.Answer answer) {
    return answer.status()
        + " "
        + answer.body().path("errors").path(0).path("field").asText()
        + " "
        + answer.body().path("errors").path(0).path("rule").asText();
  }

  @Test
  void aNoteIsSentOnlyWithTheAnswersTheCustomerWantsAndKeepsTheQuestions() {
    try (ConsoleClient camille = camille()) {
      CallId call = answeredCall();
      String path = "/notes/" + NoteId.random();
      assertThat(faults(camille.send("PUT", path, note(call, 1, Map.of()))))
          .isEqualTo("422 answers/" + ABOUT + " required");
      assertThat(faults(camille.send("PUT", path, note(call, 2, Map.of(ABOUT, "facture")))))
          .isEqualTo("422 answers/" + ABOUT + " not-a-choice");
      assertThat(faults(camille.send("PUT", path, note(call, 3, Map.of(ABOUT, "ordonnance")))))
          .isEqualTo("422 answers/" + MEDICINE + " required");
      assertThat(
              camille
                  .send(
                      "PUT",
                      path,
                      note(call, 4, Map.of(ABOUT, "ordonnance", MEDICINE, "Doliprane")))
                  .status())
          .isEqualTo(200);
      assertThat(
              house.database.look(
                  "select concat_ws(' ', jsonb_typeof(answers), answers ->> ?,"
                      + " jsonb_typeof(asked), asked -> 1 ->> 'label') from note where call_id = ?",
                  MEDICINE.toString(),
                  call.value()))
          .containsExactly("object Doliprane array Lequel ?");
    }
  }

  @Test
  void aSaveAfterTheNoteWasSentIsToldWhatWentOutAndWhatItAddsIsANoteOfItsOwn() {
    try (ConsoleClient camille = camille()) {
      CallId call = answeredCall();
      String path = "/notes/" + NoteId.random();
      Map<UUID, String> answers = Map.of(ABOUT, "autre");
      assertThat(camille.send("PUT", path, note(call, 1, answers)).status()).isEqualTo(200);
      Map<String, Object> late = new HashMap<>(note(call, 2, answers));
      late.put("request", "Renouvellement\navant midi");
      ConsoleClient.Answer refused = camille.send("PUT", path, late);
      assertThat(refused.body().path("type").asText()).isEqualTo("note-sent");
      assertThat(refused.body().path("note").path("request").asText()).isEqualTo("Renouvellement");
      late.put("request", "avant midi");
      assertThat(camille.send("PUT", "/notes/" + NoteId.random(), late).status()).isEqualTo(200);
      assertThat(
              house.database.look(
                  "select request from note where call_id = ? and state = 'SENT' order by sent_at",
                  call.value()))
          .containsExactly("Renouvellement", "avant midi");
    }
  }

  @Test
  void whoWroteANoteAndSupervisorsSeeWhatBecameOfItsMessagesAndNobodyElse() {
    try (ConsoleClient camille = camille();
        ConsoleClient lea = house.console("lea");
        ConsoleClient sophie = house.console("sophie")) {
      NoteId note = NoteId.random();
      assertThat(
              camille
                  .send("PUT", "/notes/" + note, note(answeredCall(), 1, Map.of(ABOUT, "autre")))
                  .status())
          .isEqualTo(200);
      JsonNode fresh = sent(camille, note);
      assertThat(fresh.path("callerName").asText()).isEqualTo("Jeanne Petit");
      assertThat(fresh.path("decided").asBoolean()).isFalse();
      assertThat(fresh.path("messages")).isEmpty();

      house.database.execute(
          "update outbox set done_at = now() where subject_id = ?", note.value());
      assertThat(sent(camille, note).path("decided").asBoolean()).isTrue();
      message(note, "PUSH", null, "SENT", 1, null);
      message(note, "EMAIL", "docteur@cabinet.example", "QUEUED", 3, "provider-unavailable");
      message(note, "SMS", "+33639980001", "FAILED", 1, "not a code: +33639980001");
      assertThat(sent(camille, note).path("messages"))
          .extracting(
              each ->
                  String.join(
                      " ",
                      each.path("channel").asText(),
                      each.path("target").asText("-"),
                      each.path("state").asText(),
                      each.path("why").asText("-"),
                      each.path("attempts").asText()))
          .containsExactly(
              "push - sent - 1",
              "email d***@cabinet.example retrying provider-unavailable 3",
              "sms +33*******01 failed provider-refused 1");

      assertThat(sent(sophie, note).path("secretary").asText()).isEqualTo("Camille");
      assertThat(sent(sophie, note).path("mine").asBoolean()).isFalse();
      assertThat(sent(lea, note).isMissingNode()).isTrue();

      house.database.execute(
          "update note set sent_at = sent_at - interval '16 minutes' where id = ?", note.value());
      assertThat(sent(camille, note).has("callerName")).as("a quarter of an hour").isFalse();
    }
  }

  private static JsonNode sent(ConsoleClient console, NoteId note) {
    for (JsonNode each : console.get("/notes").body().path("items")) {
      if (each.path("noteId").asText().equals(note.toString())) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  private static void message(
      NoteId note,
      String channel,
      @Nullable String address,
      String state,
      int attempts,
      @Nullable String why) {
    house.database.execute(
        "insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel,"
            + " address, state, attempts, why, due_at, created_at, updated_at) select customer_id,"
            + " ?, id, subject_id, ?, ?, nullif(?, ''), ?, ?, nullif(?, ''), now(),"
            + " clock_timestamp(), now() from outbox where subject_id = ?",
        UUID.randomUUID(),
        House.CAMILLE.value(),
        channel,
        address == null ? "" : address,
        state,
        attempts,
        why == null ? "" : why,
        note.value());
  }

  @Test
  void theConsoleSaysWhenTheDatabaseIsAwayAndBackAndWhenTheServiceStops() {
    try (ConsoleClient camille = camille()) {
      Instant before = Instant.now();
      house.database.execute("alter role permanence_app nologin");
      house.database.execute(
          "do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity"
              + " where usename = 'permanence_app'; end $$");
      try {
        awaitNotice(camille, before, "database-unavailable");
      } finally {
        house.database.execute("alter role permanence_app login");
      }
      awaitNotice(camille, before, "database-back");
      house.restart();
      awaitNotice(camille, before, "shutting-down");
    }
  }

  private static void awaitNotice(ConsoleClient console, Instant since, String code) {
    console.await("notice", since, message -> message.path("code").asText().equals(code));
  }
}
