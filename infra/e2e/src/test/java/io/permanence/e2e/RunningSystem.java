package io.permanence.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.testing.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** The whole system, started once for all tests of this run, as {@code infra/up} starts it. */
final class RunningSystem {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Holder {
    static final RunningSystem SYSTEM = start();
  }

  private final LocalSystem local;
  private final JsonNode state;

  private RunningSystem(LocalSystem local, JsonNode state) {
    this.local = local;
    this.state = state;
  }

  static RunningSystem get() {
    return Holder.SYSTEM;
  }

  private static RunningSystem start() {
    Path project = project();
    Path run = project.resolve("infra/e2e/target/run");
    LocalSystem local =
        LocalSystem.in(project, run, line -> System.out.println("[system] " + line));
    local.down();
    empty(run);
    local = LocalSystem.in(project, run, line -> System.out.println("[system] " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(local::down));
    local.up();
    try {
      return new RunningSystem(local, JSON.readTree(local.stateFile().toFile()));
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

  LocalSystem local() {
    return local;
  }

  /** A value of {@code state.json}. */
  JsonNode state(String name) {
    return state.path(name);
  }

  String url(String name) {
    return state.path(name).asText();
  }

  InetSocketAddress sip() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), state.path("sip").path("port").asInt());
  }

  /** Where calls that leave through the trunk arrive. */
  static InetSocketAddress trunk() {
    return new InetSocketAddress("127.0.0.2", 5060);
  }

  /** The account of that role, the nth one. */
  Account account(String role, int index) {
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
  Connection database() throws SQLException {
    return DriverManager.getConnection(state.path("jdbc").asText());
  }

  /** Who signs in, and with what. */
  record Account(
      String user, String password, String totpSecret, String sipUser, String sipPassword) {}
}
