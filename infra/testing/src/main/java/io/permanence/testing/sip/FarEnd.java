package io.permanence.testing.sip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where whoever calls a telephone wants to hear it, read from SIPp's growing log: the sound address
 * of the last INVITE that was received, once the call is answered and acknowledged.
 */
final class FarEnd {
  private static final Pattern RECEIVED =
      Pattern.compile("message received.*?(?=\n-{40,} |\\z)", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("^c=IN IP4 (\\S+)", Pattern.MULTILINE);
  private static final Pattern PORT = Pattern.compile("^m=audio (\\d+)", Pattern.MULTILINE);

  private final Path log;
  private long read;
  private String last = "";
  private @Nullable SocketAddress offered;

  FarEnd(Path log) {
    this.log = log;
  }

  /** The address of a call that has been acknowledged since the last question. */
  Optional<SocketAddress> news() {
    String more = more();
    if (more.isEmpty()) {
      return Optional.empty();
    }
    String news = last + more;
    // its end may still be missing
    last = news.substring(Math.max(0, news.lastIndexOf("\n-----------")));
    boolean acknowledged = false;
    Matcher received = RECEIVED.matcher(news);
    while (received.find()) {
      String message = received.group();
      Matcher host = HOST.matcher(message);
      Matcher port = PORT.matcher(message);
      if (message.contains("\nINVITE ") && host.find() && port.find()) {
        offered = new InetSocketAddress(host.group(1), Integer.parseInt(port.group(1)));
      }
      acknowledged |= message.contains("\nACK ");
    }
    return acknowledged ? Optional.ofNullable(offered) : Optional.empty();
  }

  /** What has been written since. */
  private String more() {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) (file.length() - read)];
      file.seek(read);
      file.readFully(bytes);
      read += bytes.length;
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
