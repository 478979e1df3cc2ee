package io.permanence.testing.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A real Asterisk with the project's configuration, in a folder and on ports of its own. Ends only
 * the process that it started.
 */
public final class AsteriskServer implements AutoCloseable {
  /** The carrier's address. */
  public static final String TRUNK_PEER = "127.0.0.2";

  private static final String SECRET = "test-secret";
  private static final String LISTENER = "listener";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int RTP_PORTS = 400;

  private final NativeTools tools;
  private final Path folder;
  private final Map<String, String> settings;
  private Process process;

  private AsteriskServer(
      NativeTools tools, Path folder, Map<String, String> settings, Process process) {
    this.tools = tools;
    this.folder = folder;
    this.settings = settings;
    this.process = process;
  }

  /** Starts one without an emergency group, whose router will listen on a free port. */
  public static AsteriskServer start() {
    return start(Map.of());
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param more settings of {@code infra/deploy/asterisk-config}, {@code AGI_PORT} for instance
   */
  public static AsteriskServer start(Map<String, String> more) {
    NativeTools tools = NativeTools.here();
    Path folder = temporary();
    Map<String, String> settings = new LinkedHashMap<>();
    int rtp = 10_000 + ThreadLocalRandom.current().nextInt(50) * RTP_PORTS;
    settings.put("SIP_BIND", "127.0.0.1:" + freeUdp("127.0.0.1"));
    settings.put("TRUNK_PORT", Integer.toString(freeUdp(TRUNK_PEER)));
    settings.put("HTTP_PORT", Integer.toString(freeTcp()));
    settings.put("AMI_PORT", Integer.toString(freeTcp()));
    settings.put("AGI_PORT", Integer.toString(freeTcp()));
    settings.put("RTP_START", Integer.toString(rtp));
    settings.put("RTP_END", Integer.toString(rtp + RTP_PORTS - 1));
    settings.put("AMI_SECRET", SECRET);
    settings.put("SOUNDS", tools.sounds().toString());
    settings.put("SPOOL", folder.resolve("spool").toString());
    settings.putAll(more);
    List<String> render = new ArrayList<>(List.of(tools.script("asterisk-config")));
    render.addAll(List.of("--into", folder.toString(), "--native", tools.folder().toString()));
    settings.forEach((name, value) -> render.addAll(List.of("--set", name + "=" + value)));
    NativeTools.run(render);
    letTestsListen(folder);
    AsteriskServer server = new AsteriskServer(tools, folder, settings, run(tools, folder));
    server.awaitReady();
    return server;
  }

  /** Where it takes SIP over UDP. */
  public InetSocketAddress sip() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port("SIP_BIND"));
  }

  /** Where it sends calls that leave through the trunk: a telephone may listen there. */
  public InetSocketAddress trunk() {
    return new InetSocketAddress(TRUNK_PEER, port("TRUNK_PORT"));
  }

  public int amiPort() {
    return port("AMI_PORT");
  }

  /** Where it looks for the router; nobody listens there unless the test does. */
  public int agiPort() {
    return port("AGI_PORT");
  }

  /** The browser telephones' WebSocket, path {@code /ws}. */
  public int httpPort() {
    return port("HTTP_PORT");
  }

  public String amiUser() {
    return "router";
  }

  public String amiSecret() {
    return settings.getOrDefault("AMI_SECRET", SECRET);
  }

  /** Recordings and sidecars are in {@code voicemail} inside it. */
  public Path spool() {
    return Path.of(settings.getOrDefault("SPOOL", ""));
  }

  /** Sound files by id. */
  public Path sounds() {
    return Path.of(settings.getOrDefault("SOUNDS", ""));
  }

  public Path folder() {
    return folder;
  }

  public long pid() {
    return process.pid();
  }

  /**
   * A connection of one's own to AMI, signed in: with the router's rights, but it hears every
   * event, also those that the router does not want.
   */
  public Ami ami() {
    return Ami.connect(amiPort(), LISTENER, SECRET);
  }

  /**
   * Makes these the telephones that may register, as the console does, and waits until Asterisk
   * knows them.
   */
  public void telephones(Telephone... telephones) {
    Path directory = folder.resolve("telephones");
    StringBuilder text = new StringBuilder();
    for (Telephone telephone : telephones) {
      text.append(telephone.sections());
    }
    try (Ami ami = ami()) {
      Path fresh = Files.writeString(directory.resolve("fresh"), text.toString());
      Files.move(
          fresh,
          directory.resolve("telephones.conf"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      ami.send(
          "Originate",
          Map.of(
              "Channel", "Local/telephones@changed",
              "Application", "Wait",
              "Data", "1",
              "Async", "true"));
      ami.await(message -> message.isUserEvent("TelephonesRead"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sidecar of that call or, for an empty one, of any; waits until it is complete. */
  public Map<String, String> awaitSidecar(String call) {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      for (Map<String, String> sidecar : sidecars()) {
        if (call.isEmpty() || call.equals(sidecar.get("call"))) {
          return sidecar;
        }
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("no sidecar in " + spool() + "\n" + log());
      }
      pause();
    }
  }

  /** All sidecars that are complete. */
  public List<Map<String, String>> sidecars() {
    try (Stream<Path> files = Files.list(spool().resolve("voicemail"))) {
      List<Map<String, String>> found = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".properties")).toList()) {
        Map<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
          int equals = line.indexOf('=');
          values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        if (values.containsKey("end")) {
          found.add(values);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it logged. */
  public String log() {
    Path file = folder.resolve("log/messages.log");
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of Asterisk's console and gives what it prints. */
  public String console(String command) {
    try {
      Process console =
          new ProcessBuilder(
                  folder.resolve("asterisk").toString(),
                  "-C",
                  folder.resolve("etc/asterisk.conf").toString(),
                  "-rx",
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(
          console.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Starts it again, in the same folder and on the same ports. */
  public void startAgain() {
    kill();
    process = run(tools, folder);
    awaitReady();
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void letTestsListen(Path folder) {
    try {
      Files.writeString(
          folder.resolve("etc/manager.conf"),
          """

          [%s]
          secret = %s
          deny = 0.0.0.0/0.0.0.0
          permit = 127.0.0.1/255.255.255.255
          read = system,call,user,reporting
          write = call,originate,reporting
          """
              .formatted(LISTENER, SECRET),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int port(String name) {
    String value = settings.getOrDefault(name, "");
    return Integer.parseInt(value.substring(value.indexOf(':') + 1));
  }

  private static Process run(NativeTools tools, Path folder) {
    try {
      return new ProcessBuilder(tools.script("asterisk-run"), folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("output").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Instant end = Instant.now().plus(LIMIT);
    while (!greets()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        String log = log();
        kill();
        throw new IllegalStateException("Asterisk does not start; see " + folder + "\n" + log);
      }
      pause();
    }
    try (Ami ami = ami()) {
      // Sent to everybody who signs in later, too.
      ami.await(message -> message.isEvent("FullyBooted"));
    }
  }

  private boolean greets() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), amiPort())) {
      return socket.getInputStream().read() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitExit() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("asterisk");
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freeUdp(String host) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, 0))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freeTcp() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
