package io.permanence.testing.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The router's FastAGI side on a plain socket: answers questions as the test says, well or badly.
 */
public final class AgiStandIn implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * What Asterisk asked.
   *
   * @param script the last part of the address: {@code route}, {@code step}, {@code waiting}
   * @param arguments call, nonce and what follows
   * @param lines the environment as it came
   */
  public record Question(String script, List<String> arguments, List<String> lines) {
    public String call() {
      return arguments.get(0);
    }

    public String nonce() {
      return arguments.get(1);
    }

    public String argument(int number) {
      return arguments.get(number);
    }
  }

  /** How a question is met. */
  public sealed interface Reply {
    /** {@code SET VARIABLE PM_ANSWER nonce:text:end}, as the router does. */
    record Says(String text) implements Reply {}

    /** Something else as the whole answer. */
    record Raw(String answer) implements Reply {}

    /** Nothing, for as long as Asterisk keeps the connection. */
    record Silent() implements Reply {}

    /** Sends the first so many bytes of the right answer and closes the connection. */
    record Cut(String text, int bytes) implements Reply {}
  }

  private final ServerSocket server;
  private final Function<Question, Reply> replies;
  private final List<Question> questions = new ArrayList<>();
  private final Thread acceptor;

  private AgiStandIn(ServerSocket server, Function<Question, Reply> replies) {
    this.server = server;
    this.replies = replies;
    this.acceptor = Thread.ofVirtual().name("agi").start(this::accept);
  }

  /** Listens on that port. */
  public static AgiStandIn listen(int port, Function<Question, Reply> replies) {
    try {
      return new AgiStandIn(new ServerSocket(port, 100, InetAddress.getLoopbackAddress()), replies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens and answers by script; scripts that are not named get no answer. */
  public static AgiStandIn answering(int port, Map<String, String> byScript) {
    return listen(
        port,
        question -> {
          String text = byScript.get(question.script());
          return text == null ? new Reply.Silent() : new Reply.Says(text);
        });
  }

  /** Everything asked so far. */
  public List<Question> questions() {
    synchronized (questions) {
      return List.copyOf(questions);
    }
  }

  /** The first question of that kind; waits for it. */
  public Question await(Predicate<Question> wanted) {
    Instant end = Instant.now().plus(LIMIT);
    synchronized (questions) {
      while (true) {
        var found = questions.stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          throw new AssertionError("not asked within " + LIMIT + "; asked: " + questions);
        }
        try {
          questions.wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      acceptor.join(); // only then is the port free again
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().name("agi-dialogue").start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      Question question = read(in);
      synchronized (questions) {
        questions.add(question);
        questions.notifyAll();
      }
      OutputStream out = socket.getOutputStream();
      switch (replies.apply(question)) {
        case Reply.Says(String text) -> {
          out.write(command(question.nonce() + ":" + text + ":end"));
          in.readLine();
        }
        case Reply.Raw(String answer) -> {
          out.write(command(answer));
          in.readLine();
        }
        case Reply.Silent() -> in.readLine();
        case Reply.Cut(String text, int bytes) ->
            out.write(command(question.nonce() + ":" + text + ":end"), 0, bytes);
      }
    } catch (IOException gone) {
      // Asterisk has hung up on us
    }
  }

  /** The command that carries an answer. */
  public static byte[] command(String answer) {
    return ("SET VARIABLE PM_ANSWER \"" + answer + "\"\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static Question read(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 1; values.containsKey("agi_arg_" + i); i++) {
      arguments.add(values.getOrDefault("agi_arg_" + i, ""));
    }
    return new Question(values.getOrDefault("agi_network_script", ""), arguments, lines);
  }
}
