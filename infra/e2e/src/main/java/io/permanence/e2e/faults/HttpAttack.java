package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.e2e.faults.HttpSamples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damaged requests to one of the HTTP servers, as somebody who is signed in: bodies, headers,
 * paths, query strings and methods. Written byte by byte, for no client sends what these are.
 */
final class HttpAttack {
  /** The demo's customer to try things with. */
  private static final int OWNER = 3;

  private static final int HANG_MILLIS = 2_000;
  private static final int TRUNCATED_MILLIS = 50;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
  private static final String[] METHODS = {
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "", "\0"
  };
  private static final String[] VALUES = {
    "null",
    "true",
    "-1",
    "0",
    "1e400",
    "9223372036854775808",
    "0.5",
    "\"\"",
    "\" \"",
    "[]",
    "{}",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[[[[[[[[]]]]]]]]",
    "\"9999-99-99\"",
    "\"24:61\"",
    "\"tomorrow\""
  };

  private static final int WARM = 300;

  private final URI api;
  private final String word;
  private final String cookie;
  private final Random random;
  private final TreeMap<String, Integer> broken = new TreeMap<>();
  private int failures;
  private int hangs;
  private int answers;
  private long slowestNanos;

  private HttpAttack(URI api, String word, String cookie, Random random) {
    this.api = api;
    this.word = word;
    this.cookie = cookie;
    this.random = random;
  }

  /** Both servers; what must not happen is measured. */
  static void onBoth(House house, Measures measures, int count, long seed) {
    onApp(house, count, seed + 4).measure(measures, "HTTP to the app", count);
    onConsole(house, count, seed + 5).measure(measures, "HTTP to the console", count);
  }

  /** A few, unmeasured: a process that has never answered anything is smaller than one that has. */
  static void warm(House house, long seed) {
    onApp(house, WARM, seed);
    onConsole(house, WARM, seed);
  }

  private static HttpAttack onApp(House house, int count, long seed) {
    JsonNode owner = house.account("customer-owner", OWNER);
    HttpAttack app = signedIn(house.url("portalApi"), "app", "sessions", owner, seed);
    String line = app.firstLine();
    app.run(count, i -> HttpSamples.app(i, line, app.random));
    return app;
  }

  private static HttpAttack onConsole(House house, int count, long seed) {
    JsonNode camille = house.account("secretary", 0);
    HttpAttack console = signedIn(house.url("consoleApi"), "console", "session", camille, seed);
    console.run(count, i -> HttpSamples.console(i, console.random));
    return console;
  }

  private static HttpAttack signedIn(
      String url, String word, String door, JsonNode account, long seed) {
    String body =
        new ObjectMapper()
            .createObjectNode()
            .put("user", account.path("user").asText())
            .put("password", account.path("password").asText())
            .toString();
    HttpResponse<String> in =
        answer(
            HttpRequest.newBuilder(URI.create(url + door))
                .header("X-Permanence", word)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    String cookie =
        in.headers().firstValue("set-cookie").map(each -> each.split(";", 2)[0]).orElseThrow();
    return new HttpAttack(URI.create(url), word, cookie, new Random(seed));
  }

  private String firstLine() {
    try {
      return new ObjectMapper()
          .readTree(
              answer(HttpRequest.newBuilder(api.resolve("lines")).header("Cookie", cookie).build())
                  .body())
          .path("items")
          .path(0)
          .path("id")
          .asText();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> answer(HttpRequest request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void run(int count, IntFunction<Sample> samples) {
    for (int i = 0; i < count; i++) {
      Sample sample = samples.apply(i);
      switch (random.nextInt(7)) {
        case 0 -> whole(sample, sample.method(), sample.path(), otherValue(sample.body()));
        case 1 -> whole(sample, sample.method(), sample.path(), printable(sample.body()));
        case 2 -> whole(sample, sample.method(), inAddress(sample.path()), sample.body());
        case 3 -> whole(sample, sample.method(), withQuery(sample.path()), sample.body());
        case 4 -> whole(sample, METHODS[random.nextInt(METHODS.length)], sample.path(), "{}");
        case 5 -> send(sample, Mutation.of(text(sample, ""), random), true);
        default -> send(sample, text(sample, strangeHeader()), false);
      }
    }
  }

  private void whole(Sample sample, String method, String path, String body) {
    send(sample, text(new Sample(method, path, body), ""), false);
  }

  /** Another value in the place of one of the body's. */
  private String otherValue(String body) {
    Matcher value = Pattern.compile(":(\"[^\"]*\"|[a-z0-9]+|\\[|\\{)").matcher(body);
    int skip = random.nextInt(12);
    int at = -1;
    int end = -1;
    while (value.find() && skip-- >= 0) {
      at = value.start(1);
      end = value.end(1);
    }
    return at < 0
        ? VALUES[random.nextInt(VALUES.length)]
        : body.substring(0, at) + VALUES[random.nextInt(VALUES.length)] + body.substring(end);
  }

  private String printable(String body) {
    return Mutation.of(body, random);
  }

  private String inAddress(String path) {
    return Mutation.of(path, random).replaceAll("[\\x00-\\x20\\x7f-\\uffff]", "%F0");
  }

  private String withQuery(String path) {
    String query = Mutation.of("limit=10&cursor=WyJhIiwiYiJd&text=a&lineId=1&mark=VIP", random);
    return path.split("\\?", 2)[0]
        + "?"
        + query.replaceAll("[\\x00-\\x20\\x7f-\\uffff]", "%" + random.nextInt(10) + "0");
  }

  private String strangeHeader() {
    return switch (random.nextInt(7)) {
      case 0 -> "If-Match: \"" + random.nextInt() + "\"\r\n";
      case 1 -> "If-Match: " + "\"1\",".repeat(random.nextInt(40)) + "\r\n";
      case 2 -> "X-Permanence: " + word + "\r\nX-Permanence: other\r\n";
      case 3 -> "Content-Type: application/json; charset=" + random.nextInt() + "\r\n";
      case 4 -> "Accept-Language: " + "fr,".repeat(random.nextInt(500)) + "\r\n";
      case 5 -> "Range: bytes=5-1\r\nIf-Modified-Since: never\r\nIf-None-Match: *\r\n";
      default ->
          "Cookie: " + cookie.split("=", 2)[0] + "=" + "x".repeat(random.nextInt(200)) + "\r\n";
    };
  }

  private String text(Sample sample, String more) {
    byte[] body = sample.body().getBytes(StandardCharsets.UTF_8);
    String type = body.length == 0 ? "" : "Content-Type: application/json\r\n";
    return String.join(
        "\r\n",
        sample.method() + " " + api.getPath() + sample.path() + " HTTP/1.1",
        "Host: " + api.getAuthority(),
        "X-Permanence: " + word,
        "Cookie: " + cookie,
        "If-Match: \"1\"",
        type + more + "Content-Length: " + body.length,
        "Connection: close",
        "",
        sample.body());
  }

  /**
   * Sends it and reads what comes until the server hangs up.
   *
   * @param truncated whether it may lack an end: then the sender hangs up first
   */
  private void send(Sample sample, String text, boolean truncated) {
    long began = System.nanoTime();
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      String answer = read(socket, truncated);
      Matcher status = STATUS.matcher(answer);
      if (status.find()) {
        answers++;
        if (status.group(1).startsWith("5")) {
          failures++;
          broken.merge(
              "%s %s: %s".formatted(sample.method(), route(sample), status.group(1)),
              1,
              Integer::sum);
        }
      }
    } catch (SocketTimeoutException hung) {
      hangs++;
      broken.merge("%s %s: hang".formatted(sample.method(), route(sample)), 1, Integer::sum);
    } catch (IOException reset) {
      // hung up on what it would not read
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - began);
  }

  private static String read(Socket socket, boolean truncated) throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    InputStream from = socket.getInputStream();
    boolean open = true;
    socket.setSoTimeout(truncated ? TRUNCATED_MILLIS : HANG_MILLIS);
    while (open) {
      try {
        int next = from.read();
        open = next >= 0;
        if (open) {
          heard.write(next);
          byte[] more = new byte[from.available()];
          heard.write(more, 0, Math.max(0, from.read(more)));
        }
      } catch (SocketTimeoutException waiting) {
        if (socket.isOutputShutdown() || !truncated) {
          throw waiting;
        }
        socket.shutdownOutput();
        socket.setSoTimeout(HANG_MILLIS);
      }
    }
    return heard.toString(StandardCharsets.ISO_8859_1);
  }

  private static String route(Sample sample) {
    return sample.path().replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}", "*");
  }

  private void measure(Measures measures, String way, int count) {
    String remark =
        "answered %d; slowest %d ms; %s"
            .formatted(answers, TimeUnit.NANOSECONDS.toMillis(slowestNanos), broken);
    measures.none("statuses 5xx: " + way, failures, count, remark);
    measures.none("hangs over 2 s: " + way, hangs, count, remark);
  }
}
