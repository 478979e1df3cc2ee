package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The customer's questions at the console (B6), and what it says when a part is away. */
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
    return Map.of(
        "revision",
        revision,
        "intent",
        "send",
        "callId",
        call.toString(),
        "callerName",
        "Jeanne Petit",
        "numberReadBack",
        false,
        "request",
        "Renouvellement",
        "urgency",
        "normal",
        "callbackWanted",
        false,
        "answers",
        list);
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
