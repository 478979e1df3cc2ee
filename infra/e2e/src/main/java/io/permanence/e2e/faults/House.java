package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.e2e.Until;
import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.local.LocalSystem;
import io.permanence.testing.sip.agent.UserAgent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The running system as the faults see it: its parts to stop and start, its doors, its figures. */
public final class House {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LocalSystem local;
  private final JsonNode state;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private House(LocalSystem local, JsonNode state) {
    this.local = local;
    this.state = state;
  }

  /** A system that is up. */
  public static House of(LocalSystem local) {
    try {
      return new House(local, new ObjectMapper().readTree(local.stateFile().toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode state() {
    return state;
  }

  String url(String name) {
    return state.path(name).asText();
  }

  LocalSystem local() {
    return local;
  }

  Path folder() {
    return java.util.Objects.requireNonNull(local.stateFile().getParent());
  }

  Path log(String part) {
    return local.log(part);
  }

  /** Everything that does not run is started. */
  void whole() {
    local.up();
  }

  void start(String part) {
    local.up(part);
  }

  /** Starts the service's process without waiting for it to be ready. */
  Thread starting(String part) {
    return Thread.ofPlatform().daemon().name("start-" + part).start(() -> local.up(part));
  }

  void stop(String part) {
    local.down(part);
  }

  /** As {@code kill -9}; returns when it is gone. */
  void kill(String part) {
    signal(part, "KILL");
    if (!Until.within(PATIENCE, () -> local.pid(part).isEmpty())) {
      throw new IllegalStateException(part + " survived kill -9");
    }
  }

  /** Sends a signal to the process of a part. */
  void signal(String part, String signal) {
    signal(pid(part), signal);
  }

  /**
   * Freezes a part and all its children until it is closed, or this process ends. Meanwhile nobody
   * may ask the part anything, not even whether it runs.
   */
  Frozen freeze(String part) {
    ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();
    List<Long> all = new ArrayList<>(List.of(process.pid()));
    process.descendants().map(ProcessHandle::pid).forEach(all::add);
    Thread hook = new Thread(() -> all.forEach(pid -> signal(pid, "CONT")));
    Runtime.getRuntime().addShutdownHook(hook);
    all.forEach(pid -> signal(pid, "STOP"));
    return () -> {
      all.forEach(pid -> signal(pid, "CONT"));
      Runtime.getRuntime().removeShutdownHook(hook);
    };
  }

  /** A part that stands still. */
  interface Frozen extends AutoCloseable {
    @Override
    void close();
  }

  private static void signal(long pid, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long pid(String part) {
    return local.pid(part).orElseThrow(() -> new IllegalStateException(part + " does not run"));
  }

  boolean runs(String part) {
    return local.pid(part).isPresent();
  }

  public InetSocketAddress sip() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), state.path("sip").path("port").asInt());
  }

  String trunkPeer() {
    return state.path("sip").path("trunkPeer").asText();
  }

  /** The carrier: what it sends comes over the trunk. */
  public UserAgent carrier() {
    return UserAgent.at(trunkPeer(), 0, sip());
  }

  /** The customers' telephones behind the carrier. */
  public UserAgent customers() {
    return UserAgent.at(trunkPeer(), state.path("sip").path("trunkPort").asInt(), sip());
  }

  /** A connection of one's own to Asterisk. */
  Ami ami() {
    return Ami.connect(
        state.path("ami").path("port").asInt(), "router", setting("PERMANENCE_AMI_SECRET"));
  }

  /** A setting of the service. */
  String setting(String name) {
    Properties settings = new Properties();
    Path file = folder().resolve("settings/service.properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings.getProperty(name, "");
  }

  /** A connection that sees every row, to look. */
  public Connection database() throws SQLException {
    return DriverManager.getConnection(state.path("jdbc").asText());
  }

  /** Account of that role, the nth. */
  public JsonNode account(String role, int index) {
    int seen = 0;
    for (JsonNode account : state.path("accounts")) {
      if (account.path("role").asText().equals(role) && seen++ == index) {
        return account;
      }
    }
    throw new IllegalStateException("no " + role + " number " + index);
  }

  /** The sum of a metric's samples whose line begins with that text; NaN when there is none. */
  double metric(String beginning) {
    return sum(metrics(), beginning);
  }

  /** The same, in lines read before: some figures begin anew with each reading. */
  static double sum(List<String> metrics, String beginning) {
    return metrics.stream()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  List<String> metrics() {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(url("metrics"))).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Does something while the service has other settings; it is restarted before and after. */
  void withSettings(Map<String, String> other, Runnable work) {
    Path own = folder().resolve("settings/service-own.properties");
    try {
      byte[] before = Files.exists(own) ? Files.readAllBytes(own) : new byte[0];
      Properties settings = new Properties();
      settings.load(new java.io.ByteArrayInputStream(before));
      settings.putAll(other);
      try (var writer = Files.newBufferedWriter(own, StandardCharsets.UTF_8)) {
        settings.store(writer, null);
      }
      try {
        restart();
        work.run();
      } finally {
        Files.write(own, before);
        restart();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restart() {
    stop("service");
    start("service");
  }

  boolean ready() {
    try {
      String ready = url("health").replace("/health", "/ready");
      return http.send(
                  HttpRequest.newBuilder(URI.create(ready)).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
