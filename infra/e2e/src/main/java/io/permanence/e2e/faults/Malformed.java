package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.sip.agent.UserAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** S3: what cannot be read, on SIP (UDP and WebSocket), AGI, HTTP and AMI. */
public final class Malformed implements Fault {
  private static final Duration HANG = Duration.ofSeconds(2);
  private static final Duration BASELINE = Duration.ofSeconds(90);
  private static final int LOOK_EVERY = 200;
  private static final double MEMORY = 1.5;
  private static final int SPARE_DESCRIPTORS = 8;

  private static final String CALL = "6f1ed002-ab55-4a1c-9d4b-0000000000aa";

  private final int count;
  private final long seed;

  /**
   * The attack.
   *
   * @param count messages on each of the six ways
   * @param seed the same seed makes the same messages
   */
  public Malformed(int count, long seed) {
    this.count = count;
    this.seed = seed;
  }

  @Override
  public String id() {
    return "S3";
  }

  @Override
  public void run(House house, Measures measures) {
    Vitals service = Vitals.of(house, "service");
    Vitals asterisk = Vitals.of(house, "asterisk");
    HttpAttack.warm(house, seed + 6);
    long warm = Vitals.of(house, "service").heap();
    long servicePid = house.pid("service");
    long asteriskPid = house.pid("asterisk");
    sip(house, measures);
    webSocket(house, measures);
    agi(house, measures);
    HttpAttack.onBoth(house, measures, count, seed);
    baseline(house, "Asterisk", "asterisk", asterisk, measures);
    baseline(house, "the service", "service", service, measures);
    measures.most(
        "heap of the service after a collection, times that after a few requests",
        (double) Vitals.of(house, "service").heap() / warm,
        "",
        MEMORY,
        1,
        "from %d MB".formatted(warm >> 20));
    measures.none("crashes of Asterisk", house.pid("asterisk") == asteriskPid ? 0 : 1, 2 * count);
    measures.none("crashes of the service", house.pid("service") == servicePid ? 0 : 1, 4 * count);
    ami(house, measures);
    house.whole();
    List<Exchange.Leg> left = Rest.left(new Exchange(house));
    measures.none("channels left over", left.size(), 6 * count, Rest.named(left));
  }

  private void sip(House house, Measures measures) {
    Random random = new Random(seed);
    double slowest = 0;
    long hung = 0;
    try (UserAgent trunk = house.carrier();
        UserAgent stranger = UserAgent.at("127.0.0.1", 0, house.sip());
        Callers callers = new Callers(house)) {
      for (int i = 0; i < count; i++) {
        UserAgent from = i % 2 == 0 ? trunk : stranger;
        String message = Mutation.of(SipSamples.message(i, from.local(), random), random);
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        from.send(bytes.length > 60_000 ? java.util.Arrays.copyOf(bytes, 60_000) : bytes);
        Until.pause(Duration.ofMillis(2));
        if (i % LOOK_EVERY == LOOK_EVERY - 1) {
          var call = callers.call(Callers.DESK);
          hung += call.awaitUp(HANG) ? 0 : 1;
          slowest = Math.max(slowest, call.answeredAfter().map(d -> d.toNanos() / 1e6).orElse(2e3));
          call.hangUp();
        }
      }
    }
    measures.none(
        "hangs over 2 s: SIP over UDP",
        hung,
        count,
        "seed %d; slowest call %.0f ms".formatted(seed, slowest));
  }

  private void webSocket(House house, Measures measures) {
    Random random = new Random(seed + 1);
    long hung = 0;
    long refused = 0;
    try (Secretary camille = Secretary.ready(house, 0);
        HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create(house.url("console").replaceFirst("^http", "ws") + "telephone");
      WebSocket socket = open(http, uri, camille.cookie());
      for (int i = 0; i < count; i++) {
        String text = Mutation.of(SipSamples.message(i, "127.0.0.1:9", random), random);
        try {
          socket.sendText(text, true).orTimeout(2, java.util.concurrent.TimeUnit.SECONDS).join();
        } catch (CompletionException closed) {
          refused++;
          socket.abort();
          socket = open(http, uri, camille.cookie());
        }
        if (i % LOOK_EVERY == LOOK_EVERY - 1) {
          long before = System.nanoTime();
          hung += house.ready() && System.nanoTime() - before < HANG.toNanos() ? 0 : 1;
        }
      }
      socket.abort();
    }
    measures.none(
        "hangs over 2 s: SIP over WebSocket", hung, count, "closed %d times".formatted(refused));
  }

  private static WebSocket open(HttpClient http, URI uri, String cookie) {
    return http.newWebSocketBuilder()
        .header("Cookie", cookie)
        .subprotocols("sip")
        .connectTimeout(HANG)
        .buildAsync(uri, new WebSocket.Listener() {})
        .join();
  }

  private void agi(House house, Measures measures) {
    Random random = new Random(seed + 2);
    AtomicLong answers = new AtomicLong();
    long hung = 0;
    int port = house.state().path("agi").path("port").asInt();
    for (int i = 0; i < count; i++) {
      boolean answered = i % 2 == 1;
      String whole = environment();
      byte[] bytes =
          (answered ? whole : Mutation.of(whole, random)).getBytes(StandardCharsets.ISO_8859_1);
      byte[] after = Mutation.of("200 result=1\n", random).getBytes(StandardCharsets.ISO_8859_1);
      long began = System.nanoTime();
      dialogue(port, bytes, answered ? after : new byte[0], answers);
      hung += System.nanoTime() - began > HANG.toNanos() ? 1 : 0;
    }
    measures.none("hangs over 2 s: AGI", hung, count, "answered %d".formatted(answers.get()));
  }

  /** To a number that is nobody's: a valid question among them leaves no call behind. */
  private static String environment() {
    return """
    agi_network: yes
    agi_network_script: route
    agi_request: agi://127.0.0.1/route
    agi_channel: PJSIP/trunk-00000001
    agi_language: fr
    agi_type: PJSIP
    agi_uniqueid: 1.1
    agi_version: 22.10.1
    agi_callerid: 0000
    agi_calleridname: unverified
    agi_context: ask
    agi_extension: s
    agi_priority: 5
    agi_enhanced: 0.0
    agi_arg_1: %s
    agi_arg_2: %s
    agi_arg_3: 33199009999
    agi_arg_4: withheld

    """
        .formatted(CALL, CALL);
  }

  private static void dialogue(int port, byte[] question, byte[] after, AtomicLong answers) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(question);
      if (after.length == 0) {
        socket.shutdownOutput();
      } else if (socket.getInputStream().read() >= 0) {
        answers.incrementAndGet();
        socket.getOutputStream().write(after);
        socket.shutdownOutput();
      }
      socket.getInputStream().readAllBytes();
    } catch (IOException reset) {
      // hung up on what it would not read
    }
  }

  private void ami(House house, Measures measures) {
    try (AmiStandIn asterisk = new AmiStandIn()) {
      house.withSettings(
          Map.of("PERMANENCE_AMI_PORT", Integer.toString(asterisk.port())),
          () -> ami(house, asterisk, measures));
    }
  }

  private void ami(House house, AmiStandIn asterisk, Measures measures) {
    Random random = new Random(seed + 3);
    long pid = house.pid("service");
    Until.within(BASELINE, () -> asterisk.connections() > 0);
    Vitals before = Vitals.of(house, "service");
    long hung = 0;
    int said = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes =
          Mutation.of(SipSamples.event(i, random), random).getBytes(StandardCharsets.ISO_8859_1);
      boolean heard = Until.within(BASELINE, () -> asterisk.say(bytes));
      said += heard ? 1 : 0;
      if (i % LOOK_EVERY == LOOK_EVERY - 1) {
        long began = System.nanoTime();
        house.metric("permanence_journal_backlog");
        hung += System.nanoTime() - began < HANG.toNanos() ? 0 : 1;
      }
    }
    measures.none("malformed AMI messages that were not heard", count - said, count);
    measures.none(
        "hangs over 2 s: AMI", hung, count, "connected %d times".formatted(asterisk.connections()));
    boolean back =
        Until.within(
            BASELINE,
            () -> asterisk.say("\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) && house.ready());
    measures.none("the router does not listen to AMI any more", back ? 0 : 1, 1);
    measures.none(
        "crashes of the service: AMI",
        house.local().pid("service").filter(each -> each == pid).isPresent() ? 0 : 1,
        count);
    baseline(house, "the service (AMI)", "service", before, measures);
  }

  private static void baseline(
      House house, String name, String part, Vitals before, Measures measures) {
    Until.within(
        BASELINE,
        () ->
            Vitals.descriptors(house.pid(part)) <= before.descriptors() + SPARE_DESCRIPTORS
                && new Exchange(house).calls().isEmpty());
    long pid = house.pid(part);
    measures.most(
        "descriptors of " + name + " above the baseline",
        (double) (Vitals.descriptors(pid) - before.descriptors()),
        "",
        SPARE_DESCRIPTORS,
        1);
    measures.most(
        "memory of " + name + ", times the baseline",
        (double) Vitals.resident(pid) / before.resident(),
        "",
        MEMORY,
        1,
        "from %d MB".formatted(before.resident() >> 20));
  }
}
