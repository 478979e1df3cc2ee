package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.UserAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A secretary with a desk phone whose console is a program: it keeps the live connection, shows
 * every card at once, and does nothing else by itself.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers that answer nobody
public final class Secretary implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FRAMES = 10_000;
  private static final long REGISTER_EVERY_SECONDS = 100;
  private static final long CONNECT_EVERY_MILLIS = 200;

  private final House house;
  private final JsonNode account;
  private final UserAgent phone;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("secretary").factory());
  private final Queue<String> frames = new ConcurrentLinkedQueue<>();
  private volatile String cookie = "";
  private volatile @Nullable WebSocket socket;
  private volatile boolean closed;
  private volatile boolean deskPhone;
  private volatile JsonNode hello = JSON.createObjectNode();
  private volatile JsonNode call = JSON.createObjectNode();
  private volatile JsonNode card = JSON.createObjectNode();
  private volatile JsonNode presence = JSON.createObjectNode();
  private volatile Optional<String> offered = Optional.empty();
  private volatile long offeredAt;

  private Secretary(House house, JsonNode account) {
    this.house = house;
    this.account = account;
    this.phone = UserAgent.at("127.0.0.1", 0, house.sip());
  }

  /** Signs in, registers her desk phone, and is ready for calls; she picks up after a moment. */
  public static Secretary ready(House house, int index) {
    Secretary secretary = new Secretary(house, house.account("secretary", index));
    secretary.picksUp(phone -> new Answering.After(Duration.ofMillis(50)));
    secretary.signIn();
    return secretary;
  }

  /** Signs in and looks at her screen; she has no telephone and takes no calls. */
  public static Secretary atHerScreen(House house, String user, String password) {
    ObjectNode account = JSON.createObjectNode().put("user", user).put("password", password);
    Secretary secretary = new Secretary(house, account);
    secretary.openConsole();
    return secretary;
  }

  private void signIn() {
    phone.register(sip("user"), sip("password"));
    clock.scheduleAtFixedRate(
        this::registerAgain, REGISTER_EVERY_SECONDS, REGISTER_EVERY_SECONDS, TimeUnit.SECONDS);
    openConsole();
    HttpResponse<String> chosen = choosesDeskPhone();
    deskPhone = true;
    if (!Until.within(PATIENCE, this::wantsCalls)) {
      throw new IllegalStateException(
          "%s cannot become ready: telephone %d, %s"
              .formatted(account.path("user").asText(), chosen.statusCode(), presence));
    }
  }

  private HttpResponse<String> choosesDeskPhone() {
    return send("PUT", "telephone", JSON.createObjectNode().put("kind", "desk"));
  }

  private void openConsole() {
    ObjectNode body = JSON.createObjectNode();
    body.put("user", account.path("user").asText());
    body.put("password", account.path("password").asText());
    HttpResponse<String> answer = send("POST", "session", body);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("sign-in refused: " + answer.body());
    }
    cookie =
        answer.headers().allValues("set-cookie").stream()
            .map(each -> each.substring(0, each.indexOf(';')))
            .findFirst()
            .orElse("");
    clock.scheduleWithFixedDelay(this::connect, 0, CONNECT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    Until.within(PATIENCE, () -> socket != null);
  }

  private String sip(String name) {
    return account.path("sip").path(name).asText();
  }

  private void registerAgain() {
    try {
      phone.register(sip("user"), sip("password"));
    } catch (IllegalStateException unanswered) {
      // Asterisk is away; the next time
    }
  }

  /** How her telephone meets a call. */
  void picksUp(Function<AgentCall, Answering> behaviour) {
    phone.answering(behaviour);
  }

  /** The session's cookie. */
  String cookie() {
    return cookie;
  }

  /** The name she signs in with. */
  String name() {
    return account.path("user").asText();
  }

  /** Her telephone. */
  UserAgent phone() {
    return phone;
  }

  /** Says that she wants calls; true when the desk agrees. */
  public boolean wantsCalls() {
    return wants("ready") == 200;
  }

  /** Says that she wants a break, now or after her call. */
  void wantsBreak() {
    wants("break");
  }

  /** Asks for that state; the HTTP status, 0 without an answer. */
  int wants(String state) {
    ObjectNode body = JSON.createObjectNode().put("state", state);
    if (state.equals("break")) {
      body.put("reason", "lunch");
    }
    return status(send("PUT", "presence", body));
  }

  /** Takes the call on her screen; the HTTP status, 0 without an answer or an offer. */
  int accepts() {
    return offered
        .map(
            offer ->
                command(
                    card.path("callId").asText(),
                    "accept",
                    "offerId",
                    offer,
                    "cardShownAt",
                    Instant.now().toString()))
        .orElse(0);
  }

  /** Her state as the console shows it. */
  String state() {
    return presence.path("state").asText();
  }

  /** The call she was told of last. */
  JsonNode call() {
    return call;
  }

  /** Her call's phase, empty without one. */
  String phase() {
    return call.path("phase").asText();
  }

  /** The card she sees. */
  JsonNode card() {
    return card;
  }

  /** What she was told at the last connection. */
  JsonNode hello() {
    return hello;
  }

  /** The offer on her screen. */
  Optional<String> offer() {
    return offered;
  }

  /** When she was offered a call last, with its card: by {@link System#nanoTime}; 0 before. */
  public long offeredAt() {
    return offeredAt;
  }

  boolean connected() {
    return socket != null;
  }

  /** How many messages from the server held that text. */
  long heard(String text) {
    return frames.stream().filter(frame -> frame.contains(text)).count();
  }

  /** Does something to a call; the HTTP status, 0 without an answer. */
  int command(String callId, String name, String... more) {
    ObjectNode body = JSON.createObjectNode().put("command", name);
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    return status(send("POST", "calls/" + callId + "/commands", body));
  }

  /** Sends a note about a call; the HTTP status, 0 without an answer. */
  int note(String noteId, String callId, String request) {
    ObjectNode body = JSON.createObjectNode();
    body.put("revision", 1).put("intent", "send").put("callId", callId);
    body.put("callerName", "Essai").put("numberReadBack", false).put("request", request);
    body.put("urgency", "normal").put("callbackWanted", false).putArray("answers");
    return status(send("PUT", "notes/" + noteId, body));
  }

  /** Calls that wait for her team, as the console lists them. */
  public JsonNode team() {
    HttpResponse<String> answer = send("GET", "team", JSON.createObjectNode());
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(HttpResponse<String> answer) {
    return answer.statusCode();
  }

  private HttpResponse<String> send(String method, String path, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(house.url("consoleApi") + path))
            .timeout(PATIENCE)
            .header("X-Permanence", "console")
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return new NoAnswer(request.build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void connect() {
    if (socket != null || closed) {
      return;
    }
    String url = house.url("consoleApi").replaceFirst("^http", "ws") + "live";
    try {
      socket =
          http.newWebSocketBuilder()
              .header("Cookie", cookie)
              .connectTimeout(Duration.ofSeconds(2))
              .buildAsync(URI.create(url), new Live())
              .join();
    } catch (CompletionException refused) {
      socket = null;
    }
  }

  private final class Live implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard(from, text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      socket = null;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      socket = null;
    }
  }

  private void heard(WebSocket from, String text) {
    frames.add(text);
    if (frames.size() > FRAMES) {
      frames.poll();
    }
    JsonNode message;
    try {
      message = JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switch (message.path("type").asText()) {
      case "hello" -> {
        hello = message;
        presence = message.path("presence");
        call = message.path("call");
        offered = Optional.empty();
        // as the console does: a service that was started anew does not know her desk phone
        if (deskPhone && presence.path("telephone").path("kind").asText().equals("none")) {
          clock.execute(this::choosesDeskPhone);
        }
        if (message.hasNonNull("offer")) {
          offered(from, message.path("offer"));
        }
      }
      case "presence" -> presence = message.path("presence");
      case "call-state" -> {
        call = message.path("call");
        if (!phase().equals("offered")) {
          offered = Optional.empty();
        }
      }
      case "offer" -> offered(from, message.path("offer"));
      case "offer-withdrawn" -> offered = Optional.empty();
      default -> {}
    }
  }

  private void offered(WebSocket to, JsonNode offer) {
    offeredAt = System.nanoTime();
    card = offer.path("card");
    offered = Optional.of(offer.path("offerId").asText());
    ObjectNode shown = JSON.createObjectNode().put("type", "card-shown");
    shown.put("offerId", offer.path("offerId").asText());
    shown.put("callId", offer.path("callId").asText());
    shown.put("shownAt", Instant.now().toString());
    var unused = to.sendText(shown.toString(), true);
  }

  @Override
  public void close() {
    closed = true;
    send("DELETE", "session", JSON.createObjectNode());
    clock.shutdownNow();
    phone.close();
    http.shutdownNow();
  }
}
