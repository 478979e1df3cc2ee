package io.permanence.callrouter.console.live;

import io.permanence.identity.ActiveSession;
import io.permanence.runtime.http.Json;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One console's connection. Sends each kind of picture only when it changed. */
final class Screen {
  private static final int LARGEST_BACKLOG = 1 << 20;

  /** In bytes: RFC 6455, 5.5. */
  private static final int LONGEST_REASON = 123;

  ActiveSession session;
  String token;
  private final ServerWebSocket socket;
  private final Map<String, String> lastSent = new HashMap<>();
  Instant heardAt;

  /** When it was looked last whether the session still holds. */
  Instant lookedAt = Instant.MIN;

  Screen(ActiveSession session, String token, ServerWebSocket socket, Instant now) {
    this.session = session;
    this.token = token;
    this.socket = socket;
    this.heardAt = now;
    socket.setWriteQueueMaxSize(LARGEST_BACKLOG);
  }

  boolean belongsTo(ActiveSession other) {
    return session.principal().sessionId().equals(other.principal().sessionId());
  }

  void continues(ActiveSession after, String newToken) {
    session = after;
    token = newToken;
  }

  /** A browser that takes nothing any more is cut off rather than written to for ever. */
  void send(Object frame) {
    if (socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      socket.close();
      return;
    }
    socket.writeTextMessage(Json.write(frame));
  }

  void sendIfNew(String kind, Object frame) {
    String text = Json.write(frame);
    if (!text.equals(lastSent.put(kind, text)) && !socket.isClosed()) {
      socket.writeTextMessage(text);
    }
  }

  void end(String reason) {
    send(new Frames.SignedOut(reason));
    socket.close();
  }

  void close(int code) {
    socket.close((short) code);
  }

  /** Closes with a word why, as long as a close frame has room. */
  void close(int code, String reason) {
    socket.close((short) code, shortened(reason));
  }

  static String shortened(String reason) {
    String fits = reason;
    while (fits.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
      fits = fits.substring(0, fits.offsetByCodePoints(fits.length(), -1));
    }
    return fits;
  }

  boolean open() {
    return !socket.isClosed();
  }
}
