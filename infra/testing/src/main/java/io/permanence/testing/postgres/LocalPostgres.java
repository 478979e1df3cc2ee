package io.permanence.testing.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on this machine whose data survives. The server is a process of its own, no child of
 * whoever starts it, and is stopped by its own process id. Blocking.
 *
 * <p>It trusts every connection from this machine, so it is for demonstrations and tests only.
 */
public final class LocalPostgres {
  private static final long PATIENCE_SECONDS = 60;

  /**
   * A server that answers.
   *
   * @param pid its main process
   */
  public record Running(long pid, int port) {
    /** The address of a database for a user without a password. */
    public String jdbc(String database, String user) {
      return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, user);
    }
  }

  private final Path data;
  private final Path log;
  private final Path programs;

  /**
   * A server in that folder, running or not; nothing is touched yet.
   *
   * @param root holds {@code data}, {@code programs} and {@code server.log}
   */
  public LocalPostgres(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    this.data = absolute.resolve("data");
    this.log = absolute.resolve("server.log");
    this.programs = absolute.resolve("programs");
  }

  /**
   * Starts it unless it runs, making its data folder the first time, and returns when it answers.
   *
   * @param port 0 takes a free one; without meaning when the server runs already
   * @throws IllegalStateException when it does not start; the message holds what it printed
   */
  public Running start(int port) {
    Optional<Running> already = running();
    if (already.isPresent()) {
      return already.get();
    }
    var postgres = PostgresBinaries.in(programs);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      run(
          postgres.command(
              "initdb",
              "-D",
              data.toString(),
              "-U",
              "postgres",
              "-A",
              "trust",
              "-E",
              "UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"));
    }
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
            .formatted(port == 0 ? freePort() : port);
    run(
        postgres.command(
            "pg_ctl",
            "start",
            "-w",
            "-t",
            "" + PATIENCE_SECONDS,
            "-D",
            data.toString(),
            "-l",
            log.toString(),
            "-o",
            options));
    return running().orElseThrow(() -> new IllegalStateException("PostgreSQL ended: see " + log));
  }

  /** The server, when it runs and accepts connections. */
  public Optional<Running> running() {
    return recorded().filter(LocalPostgres::answers);
  }

  /** Stops it if it runs, letting nobody finish; what was committed stays. */
  public void stop() {
    Optional<ProcessHandle> process =
        recorded().flatMap(running -> ProcessHandle.of(running.pid()));
    if (process.isPresent()) {
      run(
          PostgresBinaries.in(programs)
              .command(
                  "pg_ctl",
                  "stop",
                  "-w",
                  "-m",
                  "fast",
                  "-t",
                  "" + PATIENCE_SECONDS,
                  "-D",
                  data.toString()));
      process.get().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** What the server wrote down about itself, when that process still lives. */
  private Optional<Running> recorded() {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      var running =
          new Running(Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()));
      return Optional.of(running).filter(LocalPostgres::isPostgres);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(Running running) {
    return ProcessHandle.of(running.pid())
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }

  private static boolean answers(Running running) {
    String patient = running.jdbc("postgres", "postgres") + "&loginTimeout=5&socketTimeout=5";
    try (var connection = DriverManager.getConnection(patient)) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void run(List<String> command) {
    try {
      Path output = Files.createTempFile("postgres", ".out");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS * 2, TimeUnit.SECONDS);
      String printed = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + printed);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
