package io.permanence.callrouter.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Speaks the manager protocol as far as our adapter needs it, and can fall silent or vanish. */
public final class AsteriskStandIn implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final ServerSocket server;
  private final List<Map<String, String>> heard = new ArrayList<>();
  private volatile @Nullable Socket connection;
  private volatile boolean silent;
  private volatile Function<Map<String, String>, String> answer = action -> "";
  private volatile List<String> callers = List.of();

  public AsteriskStandIn() {
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public AmiSettings settings() {
    return new AmiSettings("127.0.0.1", server.getLocalPort(), "router", "secret");
  }

  /** What is answered; an empty text means success. */
  public void answering(Function<Map<String, String>, String> with) {
    answer = with;
  }

  /** Lists one channel for each of these calls, of a caller who hears it ring. */
  public void listing(List<String> calls) {
    callers = List.copyOf(calls);
  }

  /** Takes everything and says nothing more. */
  public void fallSilent() {
    silent = true;
  }

  /** Cuts the connection; a new one is served. */
  public void cut() {
    Socket open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public void tell(String... lines) {
    Socket open = connection;
    if (open != null) {
      write(open, String.join("\r\n", lines) + "\r\n\r\n");
    }
  }

  /** Waits until so many commands that fit were heard. */
  public void await(int count, Predicate<Map<String, String>> wanted) {
    synchronized (heard) {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (heard.stream().filter(wanted).count() < count) {
        long left = (end - System.nanoTime()) / NANOS_A_MILLI;
        if (left <= 0) {
          throw new AssertionError("not heard; but " + heard);
        }
        try {
          heard.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  public List<Map<String, String>> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connection = socket;
        silent = false;
        write(socket, "Asterisk Call Manager/9.0.0\r\n");
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      Map<String, String> action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          int colon = line.indexOf(':');
          action.merge(
              line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "|" + b);
        } else if (!action.isEmpty()) {
          hear(socket, action);
          action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        }
      }
    } catch (IOException gone) {
      // the connection was cut
    }
  }

  private void hear(Socket socket, Map<String, String> action) {
    synchronized (heard) {
      heard.add(action);
      heard.notifyAll();
    }
    if (silent) {
      return;
    }
    String id = "ActionID: " + action.getOrDefault("ActionID", "") + "\r\n";
    String refusal = answer.apply(action);
    String name = action.getOrDefault("Action", "");
    if (!refusal.isEmpty()) {
      write(socket, "Response: Error\r\n" + id + "Message: " + refusal + "\r\n\r\n");
      return;
    }
    String more =
        switch (name) {
          case "CoreSettings" -> "AsteriskVersion: 22.10.1\r\n";
          case "Challenge" -> "Challenge: 12345\r\n";
          default -> "";
        };
    write(socket, "Response: Success\r\n" + id + more + "Message: ok\r\n\r\n");
    if (name.equals("CoreShowChannels")) {
      callers.forEach(call -> write(socket, listed(call, id)));
      write(socket, "Event: CoreShowChannelsComplete\r\n" + id + "\r\n");
    }
  }

  private static String listed(String call, String id) {
    return String.join(
            "\r\n",
            "Event: CoreShowChannel",
            "Channel: PJSIP/trunk-" + call,
            "Uniqueid: " + call,
            "Context: put-through",
            "ChanVariable: PM_CALL=" + call,
            "ChanVariable: PM_ROLE=caller")
        + "\r\n"
        + id
        + "\r\n";
  }

  private static void write(Socket socket, String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
