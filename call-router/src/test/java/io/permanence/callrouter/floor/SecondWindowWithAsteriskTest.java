package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.model.id.NoteId;
import io.permanence.runtime.http.Json;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secretary whose console is open twice, in two windows or on two computers (B1, B4, B6). */
class SecondWindowWithAsteriskTest {
  private static House house;
  private Workplace camille;
  private @Nullable ConsoleClient other;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void camilleIsReady() {
    camille = Workplace.of(house, "camille").ready();
  }

  @AfterEach
  void everybodyGoesHome() {
    if (other != null) {
      other.send("DELETE", "/session", Map.of());
      other.close();
    }
    camille.close();
  }

  private static SipCall call() {
    return SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call();
  }

  /** She signs in on another computer, too. */
  private ConsoleClient other() {
    ConsoleClient second = house.console("camille");
    other = second;
    second.await("hello", Instant.EPOCH, message -> true);
    camille.console.await(
        "signed-out", Instant.EPOCH, message -> message.path("reason").asText().equals("replaced"));
    return second;
  }

  @Test
  void whoSignsOutWhereSheWasBeforeStaysAtWorkWhereSheIs() {
    ConsoleClient second = other();
    assertThat(camille.console.send("DELETE", "/session", Map.of()).status()).isEqualTo(204);
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer = second.await("offer", before, message -> true).message().path("offer");
      assertThat(second.take(offer).status()).isEqualTo(200);
      second.awaitPhase(offer.path("callId").asText(), "talking", before);
      caller.hangUp();
    }
  }

  @Test
  void whatAReplacedWindowStillSaysCountsForNothing() {
    ConsoleClient first = house.console("camille");
    WebSocket left =
        first.socket("ws://localhost:" + house.port() + "/api/v1/live", "", new DeafToTheEnd());
    first.await("signed-out", Instant.EPOCH, message -> true);
    camille.console.reconnects(house.port());
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      JsonNode offer =
          camille.console.await("offer", before, message -> true).message().path("offer");
      String now = Instant.now().toString();
      String offerId = offer.path("offerId").asText();
      String call = offer.path("callId").asText();
      left.sendText(
              Json.write(
                  Map.of("type", "card-shown", "offerId", offerId, "callId", call, "shownAt", now)),
              true)
          .join();
      camille.console.pings();
      camille.console.pings();
      ConsoleClient.Answer answer =
          camille.console.command(
              call, Map.of("command", "accept", "offerId", offerId, "cardShownAt", now));
      assertThat(answer.body().path("type").asText()).isEqualTo("card-not-shown");
      caller.hangUp();
    }
    left.abort();
    first.close();
  }

  /** Never agrees that the connection is at its end. */
  private static final class DeafToTheEnd implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      return new CompletableFuture<>();
    }
  }

  @Test
  void anOfferMadeWhileTheScreenIsFilledIsOnIt() throws SQLException {
    Instant before = Instant.now();
    try (Connection slow = house.database.superuser();
        Statement lock = slow.createStatement()) {
      slow.setAutoCommit(false);
      lock.execute("lock table task in access exclusive mode");
      camille.console.reconnects(house.port());
      try (SipCall caller = call()) {
        JsonNode offer =
            camille.console.await("offer", before, message -> true).message().path("offer");
        slow.rollback();
        JsonNode hello = camille.console.await("hello", before, message -> true).message();
        assertThat(hello.path("offer").path("offerId").asText())
            .isEqualTo(offer.path("offerId").asText());
        caller.hangUp();
      }
    }
  }

  @Test
  void anOfferTakenBackWhileTheScreenIsFilledIsNotOnIt() throws SQLException {
    Instant before = Instant.now();
    try (Connection slow = house.database.superuser();
        Statement lock = slow.createStatement();
        SipCall caller = call()) {
      camille.console.await("offer", before, message -> true);
      slow.setAutoCommit(false);
      lock.execute("lock table task in access exclusive mode");
      Instant again = Instant.now();
      camille.console.reconnects(house.port());
      caller.hangUp();
      camille.console.await("offer-withdrawn", again, message -> true);
      slow.rollback();
      JsonNode hello = camille.console.await("hello", again, message -> true).message();
      assertThat(hello.has("offer")).isFalse();
    }
  }

  @Test
  void theNoteBegunOnOneComputerIsFoundOnTheOther() {
    Instant before = Instant.now();
    try (SipCall caller = call()) {
      String call = camille.takes(before);
      NoteId note = NoteId.random();
      assertThat(camille.console.send("PUT", "/notes/" + note, NoteBody.draft(call)).status())
          .isEqualTo(200);
      ConsoleClient second = other();
      JsonNode hello = second.await("hello", Instant.EPOCH, message -> true).message();
      assertThat(hello.path("call").path("noteId").asText()).isEqualTo(note.toString());
      assertThat(second.command(call, Map.of("command", "hold")).body().path("noteId").asText())
          .isEqualTo(note.toString());
      Instant lost = Instant.now();
      camille.phone.hangUp("");
      JsonNode offer = second.await("offer", lost, message -> true).message().path("offer");
      assertThat(second.take(offer).status()).isEqualTo(200);
      assertThat(second.awaitPhase(call, "talking", lost).path("noteId").asText())
          .as("the note of a caller whom she had lost")
          .isEqualTo(note.toString());
      caller.hangUp();
    }
  }
}
