package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TaskId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the console answers to whom, and to what is not right. */
class ConsoleContractTest {
  private static House house;
  private static ConsoleClient lea;

  @BeforeAll
  static void open() {
    house = new House();
    lea = house.console("lea");
    lea.await("hello", Instant.EPOCH, message -> true);
  }

  @AfterAll
  static void close() {
    lea.close();
    house.close();
  }

  static Stream<Arguments> operations() {
    String id = CallId.random().toString();
    return Stream.of(
        Arguments.of("DELETE", "/session"),
        Arguments.of("GET", "/me"),
        Arguments.of("PATCH", "/me"),
        Arguments.of("POST", "/me/password"),
        Arguments.of("PUT", "/telephone"),
        Arguments.of("PUT", "/presence"),
        Arguments.of("GET", "/calls/" + id + "/card"),
        Arguments.of("GET", "/calls/" + id + "/voicemail"),
        Arguments.of("POST", "/calls/" + id + "/commands"),
        Arguments.of("GET", "/notes"),
        Arguments.of("GET", "/notes/" + id),
        Arguments.of("PUT", "/notes/" + id),
        Arguments.of("GET", "/tasks"),
        Arguments.of("PUT", "/tasks/" + id + "/owner"),
        Arguments.of("DELETE", "/tasks/" + id + "/owner"),
        Arguments.of("PUT", "/tasks/" + id + "/tries/" + id),
        Arguments.of("PUT", "/tasks/" + id + "/closure"),
        Arguments.of("GET", "/team"),
        Arguments.of("GET", "/figures/today"),
        Arguments.of("GET", "/wallboard"),
        Arguments.of("GET", "/figures/half-hours"),
        Arguments.of("PUT", "/secretaries/" + id + "/supervision"),
        Arguments.of("DELETE", "/supervision"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nobodyGetsInWithoutSession(String method, String path) {
    ConsoleClient.Answer answer = ConsoleClient.stranger(house.port()).send(method, path, Map.of());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().path("type").asText()).isEqualTo("signed-out");
  }

  @Test
  void anotherSiteCannotSendAnything() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + house.port() + "/api/v1/session"))
                    .DELETE()
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("console-header-missing");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("unsafe-inline");
  }

  @Test
  void whoIsSignedInHasNameTeamAndRole() {
    ConsoleClient.Answer me = lea.get("/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().path("name").asText()).isEqualTo("Léa");
    assertThat(me.body().path("team").path("name").asText()).isEqualTo("Santé");
    assertThat(me.body().path("role").asText()).isEqualTo("secretary");
  }

  @Test
  void theWallboardIsForSupervisors() {
    ConsoleClient.Answer answer = lea.get("/wallboard");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("type").asText()).isEqualTo("role-forbids");
  }

  @Test
  void aSupervisorAsksForTheDayOfOneTeamOrOfAll() {
    try (ConsoleClient sophie = house.console("sophie")) {
      ConsoleClient.Answer all = sophie.get("/figures/half-hours");
      assertThat(all.body().has("teamId")).isFalse();
      String team = all.body().path("teams").path(0).path("teamId").asText();
      assertThat(all.body().path("teams").path(0).path("name").asText()).isEqualTo("Santé");
      assertThat(sophie.get("/figures/half-hours?teamId=" + team).body().path("teamId").asText())
          .isEqualTo(team);
      ConsoleClient.Answer malformed = sophie.get("/figures/half-hours?teamId=sante");
      assertThat(malformed.status()).isEqualTo(400);
      assertThat(malformed.body().path("errors").path(0).path("field").asText())
          .isEqualTo("teamId");
      ConsoleClient.Answer unknown = sophie.get("/figures/half-hours?teamId=" + TaskId.random());
      assertThat(unknown.status()).as("a team that never was").isEqualTo(404);
    }
    assertThat(lea.get("/figures/half-hours").status()).isEqualTo(403);
  }

  @Test
  void listeningIsForSupervisors() {
    ConsoleClient.Answer answer =
        lea.send("PUT", "/secretaries/" + House.CAMILLE + "/supervision", Map.of("mode", "listen"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(lea.send("DELETE", "/supervision", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void whatIsNotHersIsNotThere() {
    String unknown = CallId.random().toString();
    assertThat(lea.get("/calls/" + unknown + "/card").status()).isEqualTo(404);
    assertThat(lea.command(unknown, Map.of("command", "hold")).status()).isEqualTo(404);
    assertThat(lea.get("/notes/" + NoteId.random()).status()).isEqualTo(404);
    assertThat(lea.send("PUT", "/notes/" + NoteId.random(), NoteBody.draft(unknown)).status())
        .isEqualTo(404);
    assertThat(
            lea.send("PUT", "/tasks/" + TaskId.random() + "/closure", Map.of("outcome", "done"))
                .status())
        .isEqualTo(404);
    String task = "/tasks/" + TaskId.random();
    assertThat(lea.send("PUT", task + "/owner", Map.of("fromColleague", true)).status())
        .isEqualTo(404);
    assertThat(lea.send("DELETE", task + "/owner", Map.of()).status()).isEqualTo(404);
    assertThat(
            lea.send(
                    "PUT",
                    task + "/tries/" + TaskId.random(),
                    Map.of("againAt", java.time.Instant.now().plusSeconds(900).toString()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void everyMistakeIsNamedWithItsFieldAndRule() {
    Map<String, Object> wrong = NoteBody.draft("nonsense");
    wrong.put("revision", 0);
    wrong.put("callerNumber", "0639980101");
    wrong.put("callerName", "x".repeat(201));
    wrong.put("urgency", "soon");
    wrong.put("colour", "red");
    wrong.put("answers", List.of(Map.of("questionId", "x", "value", "y")));
    wrong.remove("numberReadBack");
    ConsoleClient.Answer answer = lea.send("PUT", "/notes/" + NoteId.random(), wrong);
    assertThat(answer.status()).isEqualTo(400);
    Map<String, String> rules = new HashMap<>();
    answer
        .body()
        .path("errors")
        .forEach(each -> rules.put(each.path("field").asText(), each.path("rule").asText()));
    assertThat(rules)
        .containsOnly(
            Map.entry("revision", "out-of-range"),
            Map.entry("callId", "not-an-id"),
            Map.entry("callerNumber", "not-a-number"),
            Map.entry("callerName", "too-long"),
            Map.entry("urgency", "not-a-choice"),
            Map.entry("numberReadBack", "required"),
            Map.entry("answers/0/questionId", "not-an-id"),
            Map.entry("colour", "unknown-field"));
  }

  @Test
  void whatNoScreenCanShowIsRefusedAndLineBreaksOnlyWhereThereAreLines() {
    Map<String, Object> strange = NoteBody.draft(CallId.random().toString());
    strange.put("callerName", "Jeanne\nPetit");
    strange.put("request", "bell \u0007");
    strange.put(
        "answers", List.of(Map.of("questionId", CallId.random().toString(), "value", "\u001b[1m")));
    ConsoleClient.Answer answer = lea.send("PUT", "/notes/" + NoteId.random(), strange);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("callerName", "request", "answers/0/value");
    assertThat(answer.body().path("errors").findValuesAsText("rule"))
        .containsOnly("control-character");
    strange.put("callerName", "Jeanne");
    strange.put("request", "one\n\ttwo");
    strange.put("answers", List.of());
    assertThat(lea.send("PUT", "/notes/" + NoteId.random(), strange).status()).isEqualTo(404);
  }

  @Test
  void anEmptyNoteIsADraftButCannotBeSent() {
    Map<String, Object> empty = NoteBody.draft(CallId.random().toString());
    empty.put("intent", "send");
    empty.put("request", " ");
    empty.put("callerName", "");
    ConsoleClient.Answer answer = lea.send("PUT", "/notes/" + NoteId.random(), empty);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("callerName", "request");
  }

  @Test
  void nobodyIsReadyWithoutTelephone() {
    ConsoleClient.Answer answer = lea.send("PUT", "/presence", Map.of("state", "ready"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().path("type").asText()).isEqualTo("telephone-not-ready");
    assertThat(
            lea.send("PUT", "/presence", Map.of("state", "break", "reason", "lunch"))
                .body()
                .path("state")
                .asText())
        .isEqualTo("break");
  }

  @Test
  void aSecondConsoleReplacesTheFirst() {
    try (ConsoleClient first = house.console("camille");
        ConsoleClient second = house.console("camille")) {
      first.await(
          "signed-out",
          Instant.EPOCH,
          message -> message.path("reason").asText().equals("replaced"));
      second.await("hello", Instant.EPOCH, message -> true);
    }
  }

  @Test
  void theBrowsersSipReachesAsteriskThroughTheConsole() {
    ConsoleClient.Answer telephone = lea.send("PUT", "/telephone", Map.of("kind", "browser"));
    assertThat(telephone.status()).isEqualTo(200);
    String user = telephone.body().path("endpoint").asText();
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket sip =
        lea.socket(
            "ws://localhost:" + house.port() + telephone.body().path("path").asText(),
            "sip",
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onText(
                  WebSocket socket, CharSequence data, boolean last) {
                answer.complete(data.toString());
                return null;
              }

              @Override
              public @Nullable CompletionStage<?> onBinary(
                  WebSocket socket, java.nio.ByteBuffer data, boolean last) {
                answer.complete(java.nio.charset.StandardCharsets.UTF_8.decode(data).toString());
                return null;
              }
            });
    String register =
        String.join(
            "\r\n",
            "REGISTER sip:localhost SIP/2.0",
            "Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1",
            "From: <sip:" + user + "@localhost>;tag=1",
            "To: <sip:" + user + "@localhost>",
            "Call-ID: 1",
            "CSeq: 1 REGISTER",
            "Contact: <sip:" + user + "@x.invalid;transport=ws>",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            "");
    sip.sendText(register, true).join();
    assertThat(answer.orTimeout(5, TimeUnit.SECONDS).join())
        .startsWith("SIP/2.0 401")
        .contains("WWW-Authenticate: Digest realm=\"asterisk\"");
    sip.abort();
  }

  @Test
  void aFrameThatIsNoMessageEndsTheConnection() {
    assertThat(closedAfter("{\"type\":\"shout\"}")).isEqualTo("4400 type not-a-choice");
    assertThat(closedAfter("{\"type\":\"ping\",\"sentAt\":\"noon\"}"))
        .isEqualTo("4400 sentAt not-a-time");
    assertThat(closedAfter("nonsense")).isEqualTo("4400 body not-json");
    assertThat(closedAfter("{\"type\":\"ping\",\"" + "é".repeat(300) + "\":1}"))
        .startsWith("4400 sentAt required");
  }

  /** Code and reason of the close that follows a frame. */
  private static String closedAfter(String frame) {
    CompletableFuture<String> closed = new CompletableFuture<>();
    WebSocket live =
        lea.socket(
            "ws://localhost:" + house.port() + "/api/v1/live",
            "",
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onClose(
                  WebSocket socket, int status, String reason) {
                closed.complete(status + " " + reason);
                return null;
              }
            });
    live.sendText(frame, true).join();
    return closed.orTimeout(5, TimeUnit.SECONDS).join();
  }
}
