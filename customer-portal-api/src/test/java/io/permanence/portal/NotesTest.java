package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history of calls and its notes (D2, D3). */
class NotesTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void theHistoryIsPagedNewestFirstAndFoundByWordsWithoutAccents() {
    for (int i = 0; i < 5; i++) {
      house.note(
          house.call(Portal.NOON.minusSeconds(60L * i), "+3363998016" + i),
          Portal.NOON,
          i == 3 ? "Élise Noël" : "M. Dupont",
          "Rappeler s'il vous plaît");
    }
    JsonObject first = browser.get("/calls?limit=3").bodyAsJsonObject();
    assertThat(first.getJsonArray("items")).hasSize(3);
    JsonObject second =
        browser.get("/calls?limit=3&cursor=" + first.getString("next")).bodyAsJsonObject();
    assertThat(second.getJsonArray("items")).hasSize(2);
    assertThat(second.getString("next")).isNull();
    assertThat(second.getInteger("unreadTotal")).isEqualTo(5);
    assertThat(browser.get("/calls?text=noel").bodyAsJsonObject().getJsonArray("items")).hasSize(1);
    assertThat(browser.get("/calls?text=06+39+98+01+62").bodyAsJsonObject().getJsonArray("items"))
        .hasSize(1);
    assertThat(browser.get("/calls?text=%25").bodyAsJsonObject().getJsonArray("items")).isEmpty();
  }

  @Test
  void aNoteSaysThatTheCallerWantsToBeCalledBack() {
    UUID note = house.note();
    assertThat(browser.get("/notes/" + note).bodyAsJsonObject().getBoolean("callbackWanted"))
        .isFalse();
    PORTAL.postgres.execute("update note set callback_wanted = true where id = ?", note);
    assertThat(browser.get("/notes/" + note).bodyAsJsonObject().getBoolean("callbackWanted"))
        .isTrue();
  }

  @Test
  void aVoicemailIsHeardWholeOrInPartAndGoesWithItsNote() {
    UUID note = house.voicemail();
    JsonObject call = browser.get("/calls/" + note).bodyAsJsonObject().getJsonObject("note");
    assertThat(call.getInteger("voicemailSeconds")).isEqualTo(7);
    assertThat(call.getString("takenBy")).isNull();
    HttpResponse<Buffer> whole = browser.get("/notes/" + note + "/audio");
    assertThat(whole.body().length()).isEqualTo(100);
    assertThat(whole.getHeader("Content-Type")).isEqualTo("audio/wav");
    assertThat(whole.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(browser.get("/notes/" + house.note() + "/audio").statusCode()).isEqualTo(404);
    browser.send(HttpMethod.PATCH, "/notes/" + note, new JsonObject().put("binned", true), "\"1\"");
    assertThat(browser.send(HttpMethod.DELETE, "/notes/" + note, null, "\"2\"").statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/notes/" + note + "/audio").statusCode()).isEqualTo(404);
    assertThat(PORTAL.postgres.look("select call_id from voicemail where call_id = ?", note))
        .isEmpty();
  }

  @Test
  void aVoicemailOlderThanSixMonthsIsNotHeard() {
    UUID note = house.voicemail();
    PORTAL.postgres.execute(
        "update voicemail set recorded_at = ? where call_id = ?",
        Portal.NOON.minus(Duration.ofDays(185)),
        note);
    assertThat(browser.get("/notes/" + note + "/audio").statusCode()).isEqualTo(404);
  }

  @Test
  void everyNoteOfACallIsShownAndCanBeRead() {
    UUID call = house.call(Portal.NOON, "+33639980170");
    UUID first = house.note(call, Portal.NOON, "Anne", "Rappeler");
    UUID second = house.note(call, Portal.NOON.plusSeconds(60), "Anne", "Encore");
    assertThat(shown(call)).isEqualTo(second + " [" + first + "]");
    read(second);
    assertThat(shown(call)).isEqualTo(first + " [" + second + "]");
    assertThat(browser.get("/calls?unread=true").bodyAsJsonObject().getJsonArray("items"))
        .hasSize(1);
    read(first);
    assertThat(shown(call)).isEqualTo(second + " [" + first + "]");
    JsonObject all = browser.get("/calls?unread=true").bodyAsJsonObject();
    assertThat(all.getJsonArray("items")).isEmpty();
    assertThat(all.getInteger("unreadTotal")).isZero();
    browser.send(
        HttpMethod.PATCH, "/notes/" + second, new JsonObject().put("binned", true), "\"2\"");
    assertThat(listed("/calls")).isEqualTo(first.toString());
    assertThat(listed("/calls?binned=true")).isEqualTo(second.toString());
  }

  private String shown(UUID call) {
    JsonObject full = browser.get("/calls/" + call).bodyAsJsonObject();
    return full.getJsonObject("note").getString("id")
        + full.getJsonArray("otherNotes").stream()
            .map(each -> ((JsonObject) each).getString("id"))
            .collect(Collectors.joining(" ", " [", "]"));
  }

  private void read(UUID note) {
    browser.send(HttpMethod.PATCH, "/notes/" + note, new JsonObject().put("read", true), "\"1\"");
  }

  private String listed(String path) {
    return browser.get(path).bodyAsJsonObject().getJsonArray("items").stream()
        .map(each -> ((JsonObject) each).getJsonObject("note").getString("id"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void anAnswerIsReadAsLongAsItWasWritten() {
    UUID note = house.note();
    PORTAL.postgres.execute(
        "update note set answers = jsonb_build_object('Quoi ?', repeat('x', 2000)) where id = ?",
        note);
    assertThat(
            browser
                .get("/notes/" + note)
                .bodyAsJsonObject()
                .getJsonArray("answers")
                .getJsonObject(0)
                .getString("answer"))
        .hasSize(2000);
  }

  @Test
  void aNoteGoesToTheBinAndFromThereNowhere() {
    UUID note = house.note();
    PORTAL.postgres.execute(
        """
        insert into outbox (customer_id, id, kind, subject_id, created_at)
        values (?, ?, 'NOTE', ?, ?)\
        """,
        house.customer().value(),
        note,
        note,
        Portal.NOON);
    PORTAL.postgres.execute(
        """
        insert into delivery (customer_id, id, outbox_id, subject_id, account_id, channel, address,
          state, due_at, created_at, updated_at)
        values (?, ?, ?, ?, ?, 'EMAIL', 'anne@example.org', 'SENT', ?, ?, ?)\
        """,
        house.customer().value(),
        note,
        note,
        note,
        account.id().value(),
        Portal.NOON,
        Portal.NOON,
        Portal.NOON);
    assertThat(browser.get("/notes/" + note + "/deliveries").bodyAsString())
        .contains("a***@example.org");
    assertThat(browser.send(HttpMethod.DELETE, "/notes/" + note, null, "\"1\"").bodyAsString())
        .contains("note-not-in-bin");
    HttpResponse<Buffer> binned =
        browser.send(
            HttpMethod.PATCH, "/notes/" + note, new JsonObject().put("binned", true), "\"1\"");
    assertThat(binned.getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(browser.get("/calls?binned=true").bodyAsJsonObject().getJsonArray("items"))
        .hasSize(1);
    assertThat(browser.get("/calls").bodyAsJsonObject().getJsonArray("items")).isEmpty();
    assertThat(browser.send(HttpMethod.DELETE, "/notes/" + note, null, "\"2\"").statusCode())
        .isEqualTo(204);
    assertThat(browser.get("/notes/" + note).statusCode()).isEqualTo(404);
    for (String left :
        List.of(
            "select id from note where id = ?",
            "select note_id from note_state where note_id = ?",
            "select id from delivery where subject_id = ?")) {
      assertThat(PORTAL.postgres.look(left, note)).isEmpty();
    }
  }
}
