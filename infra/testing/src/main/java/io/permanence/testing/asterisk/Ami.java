package io.permanence.testing.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A small AMI client for tests: sends actions, keeps every event as it came. */
public final class Ami implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  /**
   * One message.
   *
   * @param headers in order; of a repeated one, all values joined by a line break
   */
  public record Message(Map<String, String> headers) {
    /** The header's value, empty when it is missing. */
    public String get(String name) {
      return headers.getOrDefault(name, "");
    }

    public boolean isEvent(String name) {
      return get("Event").equals(name);
    }

    /** A user event of ours. */
    public boolean isUserEvent(String name) {
      return isEvent("UserEvent") && get("UserEvent").equals(name);
    }

    /** A channel variable listed in {@code channelvars}. */
    public String variable(String name) {
      for (String line : get("ChanVariable").split("\n", -1)) {
        if (line.startsWith(name + "=")) {
          return line.substring(name.length() + 1);
        }
      }
      return "";
    }
  }

  private final Socket socket;
  private final List<Message> messages = new ArrayList<>();

  private Ami(Socket socket) {
    this.socket = socket;
  }

  /** Connects and signs in. */
  public static Ami connect(int port, String user, String secret) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      reader.readLine();
      Ami ami = new Ami(socket);
      Thread.ofVirtual().name("ami").start(() -> ami.read(reader));
      Message answer = ami.send("Login", Map.of("Username", user, "Secret", secret));
      if (!answer.get("Response").equals("Success")) {
        throw new IllegalStateException("AMI refuses " + user);
      }
      return ami;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an action and waits for its response. */
  public Message send(String action, Map<String, String> headers) {
    String id = UUID.randomUUID().toString();
    StringBuilder text = new StringBuilder("Action: " + action + "\r\nActionID: " + id + "\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return await(m -> m.headers.containsKey("Response") && m.get("ActionID").equals(id));
  }

  /** The first message of that kind since the connection; waits for it. */
  public Message await(Predicate<Message> wanted) {
    Instant end = Instant.now().plus(LIMIT);
    synchronized (messages) {
      int next = 0;
      while (true) {
        for (; next < messages.size(); next++) {
          if (wanted.test(messages.get(next))) {
            return messages.get(next);
          }
        }
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          throw new AssertionError("AMI said nothing of that kind within " + LIMIT);
        }
        try {
          messages.wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** All messages so far. */
  public List<Message> messages() {
    synchronized (messages) {
      return List.copyOf(messages);
    }
  }

  /** The first message of that kind so far, without waiting. */
  public Optional<Message> find(Predicate<Message> wanted) {
    return messages().stream().filter(wanted).findFirst();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(BufferedReader reader) {
    Map<String, String> headers = new LinkedHashMap<>();
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(": ");
        if (line.isEmpty()) {
          keep(new Message(headers));
          headers = new LinkedHashMap<>();
        } else if (colon > 0) {
          headers.merge(
              line.substring(0, colon), line.substring(colon + 2), (a, b) -> a + "\n" + b);
        } else {
          headers.put(line, "");
        }
      }
    } catch (IOException closed) {
      // the connection is over
    }
  }

  private void keep(Message message) {
    synchronized (messages) {
      messages.add(message);
      messages.notifyAll();
    }
  }
}
