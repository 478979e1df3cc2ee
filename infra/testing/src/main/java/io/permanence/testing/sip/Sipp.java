package io.permanence.testing.sip;

import io.permanence.testing.asterisk.NativeTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One SIPp process playing one scenario, and the log of its messages. */
final class Sipp implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(5);

  private final Process process;
  private final Path folder;
  private final InetSocketAddress address;

  private Sipp(Process process, Path folder, InetSocketAddress address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
  }

  /**
   * Starts it.
   *
   * @param scenario the scenario's text
   * @param address where it sends from and listens
   * @param more further arguments, the remote address first when it has one
   */
  static Sipp start(String scenario, InetSocketAddress address, List<String> more) {
    try {
      Path folder = Files.createTempDirectory("sipp");
      Files.writeString(folder.resolve("scenario.xml"), scenario);
      List<String> command = new ArrayList<>(List.of(NativeTools.here().sipp().toString()));
      command.addAll(more);
      command.addAll(List.of("-sf", folder.resolve("scenario.xml").toString()));
      command.addAll(List.of("-i", host(address), "-mi", host(address), "-bind_local"));
      command.addAll(List.of("-p", Integer.toString(address.getPort()), "-nostdin"));
      command.addAll(List.of("-trace_msg", "-message_file", folder.resolve("messages").toString()));
      command.addAll(List.of("-trace_err", "-error_file", folder.resolve("errors").toString()));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile())
              .start();
      return new Sipp(process, folder, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything sent and received so far. */
  List<SipMessage> messages() {
    return SipMessage.parse(read("messages"));
  }

  /** Waits for a message; empty when there was none in time, or SIPp ended without it. */
  Optional<SipMessage> await(Predicate<SipMessage> wanted, Duration limit) {
    Instant end = Instant.now().plus(limit);
    while (true) {
      boolean last = !process.isAlive() || Instant.now().isAfter(end);
      Optional<SipMessage> found = messages().stream().filter(wanted).findFirst();
      if (found.isPresent() || last) {
        return found;
      }
      pause();
    }
  }

  /** Waits until SIPp has played its scenario to the end. */
  void awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            "the call has not ended within " + limit + "\n" + read("messages"));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it listens. */
  void awaitListening() {
    Instant end = Instant.now().plusSeconds(10);
    while (free(address)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError(
            "SIPp does not listen on " + address + "\n" + read("errors") + read("screen"));
      }
      pause();
    }
  }

  /** Tells the scenario to hang up that call: an INFO that its scenario takes as the word. */
  void hangUp(String callId) {
    String text =
        "INFO sip:test@%s:%d SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-test\r\n"
                .formatted(host(address), address.getPort())
            + "From: <sip:test@127.0.0.1>;tag=test\r\nTo: <sip:test@127.0.0.1>\r\n"
            + "Call-ID: %s\r\nCSeq: 900 INFO\r\nContent-Length: 0\r\n\r\n".formatted(callId);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(bytes, bytes.length, address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A scenario of this package with its placeholders filled. */
  static String scenario(String name, Map<String, String> values) {
    try (var stream = Sipp.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no scenario " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A free UDP port at that address. */
  static InetSocketAddress freeAddress(String host) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, 0))) {
      return new InetSocketAddress(host, socket.getLocalPort());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read from the kernel's list: trying to bind would be in SIPp's way. */
  private static boolean free(InetSocketAddress address) {
    byte[] host = address.getAddress().getAddress();
    String entry =
        "%02X%02X%02X%02X:%04X ".formatted(host[3], host[2], host[1], host[0], address.getPort());
    try {
      return !Files.readString(Path.of("/proc/net/udp")).contains(": " + entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    return host.getHostAddress();
  }

  private String read(String file) {
    Path path = folder.resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
