package io.permanence.callrouter.floor;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.runtime.http.Json;
import io.permanence.testing.contract.ProblemTypes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A secretary's browser without the browser: speaks the contract and remembers what it is told. */
final class ConsoleClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final ProblemTypes REFUSALS = ProblemTypes.of("openapi/console.yaml");

  /** A live message and when it came. */
  record Heard(JsonNode message, Instant at) {}

  /** An answer. */
  record Answer(int status, JsonNode body) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private String base;
  private final List<Heard> heard = new ArrayList<>();
  private String cookie = "";
  private @Nullable WebSocket socket;

  private ConsoleClient(String base) {
    this.base = base;
  }

  static ConsoleClient signedIn(int port, String user, String password) {
    ConsoleClient client = new ConsoleClient("http://localhost:" + port + "/api/v1");
    Answer answer = client.send("POST", "/session", Map.of("user", user, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("not signed in: " + answer);
    }
    client.openLive();
    return client;
  }

  /** Somebody without a session. */
  static ConsoleClient stranger(int port) {
    return new ConsoleClient("http://localhost:" + port + "/api/v1");
  }

  /** Her browser connects again with the session it has, to the service at that port. */
  void reconnects(int port) {
    close();
    base = "http://localhost:" + port + "/api/v1";
    openLive();
  }

  /** Another socket of the same session. */
  WebSocket socket(String url, String protocol, WebSocket.Listener listener) {
    WebSocket.Builder builder = http.newWebSocketBuilder().header("Cookie", cookie);
    if (!protocol.isEmpty()) {
      builder.subprotocols(protocol);
    }
    return builder.buildAsync(URI.create(url), listener).join();
  }

  Answer get(String path) {
    return send("GET", path, Map.of());
  }

  /** What a path answers to whoever may hear it. */
  byte[] sound(String path) {
    try {
      HttpResponse<byte[]> response =
          http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LIMIT)
            .header("X-Permanence", "console")
            .header("Content-Type", "application/json");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  Answer send(String method, String path, Object body) {
    HttpRequest request =
        request(path)
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      response
          .headers()
          .firstValue("set-cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      String text = response.body();
      JsonNode said = Json.mapper().readTree(text == null || text.isEmpty() ? "{}" : text);
      REFUSALS.check(response.statusCode(), said.path("type").asText());
      return new Answer(response.statusCode(), said);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Answer command(String call, Map<String, String> command) {
    return send("POST", "/calls/" + call + "/commands", command);
  }

  private void openLive() {
    StringBuilder part = new StringBuilder();
    socket =
        http.newWebSocketBuilder()
            .header("Cookie", cookie)
            .buildAsync(
                URI.create(base.replace("http:", "ws:") + "/live"),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket webSocket, CharSequence data, boolean last) {
                    part.append(data);
                    if (last) {
                      hear(part.toString());
                      part.setLength(0);
                    }
                    webSocket.request(1);
                    return null;
                  }
                })
            .join();
  }

  private void hear(String text) {
    try {
      synchronized (heard) {
        heard.add(new Heard(Json.mapper().readTree(text), Instant.now()));
        heard.notifyAll();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void say(Object message) {
    Objects.requireNonNull(socket).sendText(Json.write(message), true).join();
  }

  /** The first message of that type that fits and came after the instant. */
  Heard await(String type, Instant since, Predicate<JsonNode> fits) {
    Instant end = Instant.now().plus(LIMIT);
    synchronized (heard) {
      while (true) {
        for (Heard each : heard) {
          if (each.at().isAfter(since)
              && each.message().path("type").asText().equals(type)
              && fits.test(each.message())) {
            return each;
          }
        }
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          throw new AssertionError("no " + type + " in " + heard);
        }
        try {
          heard.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /** Waits until a state of the call in that phase is told. */
  JsonNode awaitPhase(String call, String phase, Instant since) {
    return await(
            "call-state",
            since,
            message ->
                message.path("call").path("callId").asText().equals(call)
                    && message.path("call").path("phase").asText().equals(phase))
        .message()
        .path("call");
  }

  void awaitPresence(String state, Instant since) {
    await(
        "presence",
        since,
        message -> message.path("presence").path("state").asText().equals(state));
  }

  /** Paints the card of an offer and takes the call. */
  Answer take(JsonNode offer) {
    String now = Instant.now().toString();
    String offerId = offer.path("offerId").asText();
    String call = offer.path("callId").asText();
    say(Map.of("type", "card-shown", "offerId", offerId, "callId", call, "shownAt", now));
    // the frame and the request travel on different connections
    pings();
    return command(call, Map.of("command", "accept", "offerId", offerId, "cardShownAt", now));
  }

  /** Says that she is there, and waits for the answer. */
  void pings() {
    Instant before = Instant.now().minusMillis(1);
    say(Map.of("type", "ping", "sentAt", Instant.now().toString()));
    await("pong", before, message -> true);
  }

  @Override
  public void close() {
    Objects.requireNonNull(socket).abort();
  }
}
