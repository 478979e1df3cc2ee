package io.permanence.callrouter.agi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.asteriskjava.util.SocketConnectionFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One dialogue with Asterisk, bounded in every direction: line length, lines, duration, and what
 * may be said. The only thing ever sent is the answer; whatever else Asterisk-Java would send ends
 * the dialogue instead (which also saves the round trip of its own status variable).
 */
final class AgiConnection implements SocketConnectionFacade {
  private static final Logger log = LoggerFactory.getLogger(AgiConnection.class);
  private static final int LONGEST_LINE = 1_024;
  private static final int LONGEST_ANSWER = 512;
  private static final Pattern SENT =
      Pattern.compile(
          "SET VARIABLE \"%s\" \"[A-Za-z0-9_:./-]{1,%d}\"\n"
              .formatted(ChannelVariables.ANSWER, LONGEST_ANSWER));

  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final long deadline;
  private final RequestGuard guard = new RequestGuard();
  private final byte[] buffer = new byte[2 * LONGEST_LINE];
  private final byte[] line = new byte[LONGEST_LINE];
  private int next;
  private int limit;
  private boolean requestRead;

  AgiConnection(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.socket = channel.socket();
    this.deadline = System.nanoTime() + patience.toNanos();
    socket.setSoTimeout((int) patience.toMillis());
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** Reads a line; the end of the connection is an error, never the end of a request. */
  @Override
  public String readLine() throws IOException {
    String line = line();
    if (!requestRead) {
      if (line.isEmpty()) {
        requestRead = true;
        if (asteriskIsGone()) {
          throw new IOException("Asterisk no longer waits for the answer");
        }
      } else if (!guard.accepts(line)) {
        log.warn("a request with a line that is none of Asterisk's was refused");
        throw new IOException("a line of the request was refused");
      }
    }
    return line;
  }

  /**
   * Whether Asterisk has given up already: a question that waited while this process hung must not
   * be decided any more, the fallback has the call (R2). After its request Asterisk says nothing
   * until it is answered.
   */
  private boolean asteriskIsGone() throws IOException {
    channel.configureBlocking(false);
    try {
      return next < limit || channel.read(ByteBuffer.allocate(1)) != 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  private String line() throws IOException {
    int length = 0;
    while (true) {
      if (next == limit) {
        fill();
      }
      byte each = buffer[next++];
      if (each == '\n') {
        return new String(line, 0, length, StandardCharsets.UTF_8);
      }
      if (length == LONGEST_LINE) {
        throw new IOException("a line is too long");
      }
      line[length++] = each;
    }
  }

  private void fill() throws IOException {
    if (System.nanoTime() > deadline) {
      throw new IOException("a line took too long");
    }
    int read = in.read(buffer);
    if (read < 0) {
      throw new IOException("the dialogue was cut");
    }
    next = 0;
    limit = read;
  }

  @Override
  public void write(String text) throws IOException {
    if (!SENT.matcher(text).matches()) {
      throw new IOException("only answers are sent");
    }
    if (System.nanoTime() > deadline) {
      throw new IOException("the answer would be late");
    }
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
