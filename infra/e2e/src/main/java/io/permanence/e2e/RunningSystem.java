package io.permanence.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.testing.local.LocalSystem;
import io.permanence.testing.local.Ports;
import io.permanence.testing.local.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The whole system, started once for all tests of this run, as {@code infra/up} starts it. */
public final class RunningSystem implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Holder {
    static final RunningSystem SYSTEM = start();
  }

  private static final String TRUNK_PEER = "127.0.0.2";

  private final LocalSystem local;
  private final JsonNode state;

  private RunningSystem(LocalSystem local, JsonNode state) {
    this.local = local;
    this.state = state;
  }

  public static RunningSystem get() {
    return Holder.SYSTEM;
  }

  private static RunningSystem start() {
    return start(project().resolve("infra/e2e/target/run"));
  }

  /** A fresh system in that folder, which is emptied first; stopped when this process ends. */
  public static RunningSystem start(Path run) {
    return start(run, Map.of());
  }

  /** The same with settings of its own for the service. */
  public static RunningSystem start(Path run, Map<String, String> own) {
    Path project = project();
    LocalSystem local = LocalSystem.in(project, run, RunningSystem::tell);
    local.down();
    empty(run);
    RunFolder folder = RunFolder.open(project, run);
    Ports.scatter(folder);
    folder.write("asterisk-own", Map.of("TRUNK_PORT", freeTrunkPort()));
    folder.write("service-own", own);
    local = LocalSystem.in(project, run, RunningSystem::tell);
    Runtime.getRuntime().addShutdownHook(new Thread(local::down));
    local.up();
    try {
      return new RunningSystem(local, JSON.readTree(local.stateFile().toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(String line) {
    System.out.println("[system] " + line);
  }

  /** The carrier's own port, so that systems beside each other do not share a carrier. */
  private static String freeTrunkPort() {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(TRUNK_PEER, 0))) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No test sees what an earlier run left behind. */
  private static void empty(Path folder) {
    try (Stream<Path> everything = Files.walk(folder)) {
      for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path project() {
    Path place = Path.of("").toAbsolutePath();
    while (!Files.exists(place.resolve("infra/up"))) {
      place = java.util.Objects.requireNonNull(place.getParent(), "outside the project");
    }
    return place;
  }

  /** Stops every part. */
  @Override
  public void close() {
    local.down();
  }

  /** The parts, to stop and start. */
  public LocalSystem local() {
    return local;
  }

  /** A value of {@code state.json}. */
  public JsonNode state(String name) {
    return state.path(name);
  }

  public String url(String name) {
    return state.path(name).asText();
  }

  public InetSocketAddress sip() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), state.path("sip").path("port").asInt());
  }

  /** Where calls arrive that leave the tests' system through the trunk. */
  static InetSocketAddress trunk() {
    return get().carrier();
  }

  /** Where calls that leave through the trunk arrive. */
  public InetSocketAddress carrier() {
    JsonNode sip = state.path("sip");
    return new InetSocketAddress(sip.path("trunkPeer").asText(), sip.path("trunkPort").asInt());
  }

  /** The account of that role, the nth one. */
  public Account account(String role, int index) {
    int seen = 0;
    for (JsonNode account : state.path("accounts")) {
      if (account.path("role").asText().equals(role) && seen++ == index) {
        return new Account(
            account.path("user").asText(),
            account.path("password").asText(),
            account.path("totpSecret").asText(""),
            account.path("sip").path("user").asText(""),
            account.path("sip").path("password").asText(""));
      }
    }
    throw new AssertionError("the demo has no " + role + " number " + index);
  }

  /** A connection that sees everything, to look. */
  public Connection database() throws SQLException {
    return DriverManager.getConnection(state.path("jdbc").asText());
  }

  /** Who signs in, and with what. */
  public record Account(
      String user, String password, String totpSecret, String sipUser, String sipPassword) {}
}
