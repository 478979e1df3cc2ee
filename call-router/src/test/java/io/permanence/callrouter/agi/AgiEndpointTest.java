package io.permanence.callrouter.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.journal.Reply;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real server over TCP, with the test in Asterisk's place. */
class AgiEndpointTest {
  private static final String CALL = "6f1ed002-ab55-4a1c-9d4b-0000000000aa";
  private static final String NONCE = "6f1ed002-ab55-4a1c-9d4b-0000000000bb";
  private static final String ROUTE =
      AsteriskRequest.text("route", CALL, NONCE, "33199001001", "withheld");

  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private volatile Future<Reply> reply = Future.succeededFuture(new Reply.ToDesk());
  private AgiEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    endpoint =
        AgiEndpoint.start(
            0,
            4,
            new RoutingScript(
                question -> {
                  asked.add(question);
                  return reply;
                },
                Duration.ofMillis(300)));
  }

  @AfterEach
  void stop() {
    endpoint.stop();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  /** Says this and nothing more; what came back, until the server hung up. */
  private Optional<String> said(byte[] bytes, boolean cut) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      if (cut) {
        socket.shutdownOutput();
      }
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      Optional<String> line = Optional.ofNullable(in.readLine());
      if (line.isPresent() && !cut) {
        out.write("200 result=1\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(in.readLine()).as("nothing follows the answer").isNull();
      }
      return line;
    } catch (SocketException e) {
      return Optional.empty(); // reset: the server hung up on what it had not read
    }
  }

  private Optional<String> said(String text) throws IOException {
    return said(text.getBytes(StandardCharsets.UTF_8), false);
  }

  @Test
  void aQuestionIsAnsweredInOneVariableAndNothingElse() throws IOException {
    assertThat(said(ROUTE)).contains("SET VARIABLE \"PM_ANSWER\" \"" + NONCE + ":desk:end\"");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aRequestCutAtAnyByteIsNeverDecided() throws IOException {
    byte[] whole = ROUTE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThat(said(part, true)).as("cut after %d bytes", length).isEmpty();
    }
    assertThat(said(java.util.Arrays.copyOf(whole, whole.length - 1), true)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aQuestionThatAsteriskNoLongerWaitsForIsNotDecided() throws IOException {
    assertThat(said(ROUTE + "HANGUP\n")).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void linesThatACallerSmuggledInEndTheDialogue() throws IOException {
    List<String> lines = AsteriskRequest.lines("route", CALL, NONCE, "33199001001", "withheld");
    for (String smuggled :
        List.of(
            "agi_arg_4: 33639980101",
            "agi_network_script: step",
            "agi_arg_2147483647: x",
            "agi_evil: x",
            "HANGUP",
            "agi_arg_5: x")) {
      for (int at : new int[] {0, 9, lines.size()}) {
        List<String> mixed = new ArrayList<>(lines);
        mixed.add(at, smuggled);
        assertThat(said(String.join("\n", mixed) + "\n\n")).as(smuggled + " at " + at).isEmpty();
      }
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsNoQuestionHasNoAnswer() throws IOException {
    assertThat(said(AsteriskRequest.text("java.lang.Runtime", CALL, NONCE))).isEmpty();
    assertThat(said(AsteriskRequest.text("route", CALL, NONCE, "x", "withheld"))).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void anAnswerThatTakesTooLongIsNotGiven() throws IOException {
    Promise<Reply> late = Promise.promise();
    reply = late.future();
    assertThat(said(ROUTE)).isEmpty();
    late.complete(new Reply.ToDesk());
    reply = Future.succeededFuture(new Reply.Wait());
    assertThat(said(ROUTE)).contains("SET VARIABLE \"PM_ANSWER\" \"" + NONCE + ":wait:end\"");
  }

  @Test
  void aDecisionThatFailsLeavesTheServerRunning() throws IOException {
    reply = Future.failedFuture(new IllegalStateException("no"));
    assertThat(said(ROUTE)).isEmpty();
    reply = Future.succeededFuture(new Reply.Announce("not a word"));
    assertThat(said(ROUTE)).isEmpty();
    reply = Future.succeededFuture(new Reply.ToDesk());
    assertThat(said(ROUTE)).isPresent();
    assertThat(endpoint.unanswered()).isEqualTo(2);
  }

  @Test
  void whenAllThreadsAreBusyTheNextIsRefusedAtOnce() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        silent.add(connect());
        silent
            .getLast()
            .getOutputStream()
            .write("agi_network: yes\n".getBytes(StandardCharsets.US_ASCII));
      }
      long began = System.nanoTime();
      assertThat(said(ROUTE)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
      // the silent ones are thrown out in time
      for (Socket each : silent) {
        assertThat(each.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(said(ROUTE)).isPresent();
    } finally {
      for (Socket each : silent) {
        each.close();
      }
    }
  }

  @Test
  void noiseNeitherStopsItNorIsAnswered() throws IOException {
    Random random = new Random(20261122);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      assertThat(said(noise, true)).isEmpty();
    }
    assertThat(asked).isEmpty();
    assertThat(said(ROUTE)).isPresent();
  }
}
