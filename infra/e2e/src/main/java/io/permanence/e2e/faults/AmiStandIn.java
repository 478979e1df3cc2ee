package io.permanence.e2e.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An Asterisk whose manager interface says what it is told to say. */
final class AmiStandIn implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private volatile @Nullable Socket current;

  AmiStandIn() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("ami-stand-in").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often the router has connected. */
  int connections() {
    return connections.get();
  }

  /** Says something to whoever is connected; false when nobody is. */
  boolean say(byte[] bytes) {
    Socket to = current;
    if (to == null) {
      return false;
    }
    try {
      OutputStream out = to.getOutputStream();
      synchronized (this) {
        out.write(bytes);
        out.flush();
      }
      return true;
    } catch (IOException gone) {
      current = null;
      return false;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      answer(socket, "Asterisk Call Manager/9.0.0\r\n");
      String action = "";
      String id = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.regionMatches(true, 0, "Action: ", 0, 8)) {
          action = line.substring(8);
        } else if (line.regionMatches(true, 0, "ActionID: ", 0, 10)) {
          id = line.substring(10);
        } else if (line.isEmpty()) {
          answered(socket, action, id);
        }
      }
    } catch (IOException gone) {
      // the router has hung up
    } finally {
      if (socket.equals(current)) {
        current = null;
      }
    }
  }

  private void answered(Socket socket, String action, String id) throws IOException {
    String head = "Response: Success\r\nActionID: %s\r\n".formatted(id);
    switch (action.toLowerCase(java.util.Locale.ROOT)) {
      case "challenge" -> answer(socket, head + "Challenge: 840415273\r\n\r\n");
      case "coresettings" ->
          answer(socket, head + "AMIversion: 9.0.0\r\nAsteriskVersion: 22.10.1\r\n\r\n");
      case "coreshowchannels" ->
          answer(
              socket,
              head
                  + "EventList: start\r\n\r\nEvent: CoreShowChannelsComplete\r\nActionID: %s\r\nEventList: Complete\r\nListItems: 0\r\n\r\n"
                      .formatted(id));
      case "pjsipshowcontacts" ->
          answer(
              socket,
              head
                  + "EventList: start\r\n\r\nEvent: ContactListComplete\r\nActionID: %s\r\nEventList: Complete\r\nListItems: 0\r\n\r\n"
                      .formatted(id));
      case "login" -> {
        answer(socket, head + "Message: Authentication accepted\r\n\r\n");
        current = socket;
        connections.incrementAndGet();
      }
      default -> answer(socket, head + "\r\n");
    }
  }

  private void answer(Socket socket, String text) throws IOException {
    synchronized (this) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Socket open = current;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
