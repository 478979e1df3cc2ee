package io.permanence.bench.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An Asterisk with our SIP configuration and somebody else's dialplan. Ends only the process that
 * it started.
 */
final class Peer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final int sipPort;

  private Peer(Process process, int sipPort) {
    this.process = process;
    this.sipPort = sipPort;
  }

  /** Asterisk's own way: the dialplan asks PostgreSQL through {@code func_odbc}. */
  static Peer funcOdbc(Path project, Path run, int postgresPort) throws IOException {
    Path folder = rendered(project, run.resolve("peer-odbc"), run.resolve("sounds"));
    Path etc = folder.resolve("etc");
    Path driver = project.resolve(".run/bench/odbc");
    write(etc, "extensions.conf", text("odbc/extensions.conf"));
    write(etc, "func_odbc.conf", text("odbc/func_odbc.conf"));
    write(etc, "res_odbc.conf", text("odbc/res_odbc.conf"));
    String odbc = text("odbc/odbc.ini");
    odbc = odbc.replace("@PORT@", "" + postgresPort);
    write(etc, "odbc.ini", odbc.replace("@DRIVER@", driver.resolve("psqlodbcw.so").toString()));
    Files.writeString(
        etc.resolve("modules.conf"),
        "\nload = res_odbc_transaction.so\nload = res_odbc.so\nload = func_odbc.so\n",
        StandardOpenOption.APPEND);
    Path program = folder.resolve("asterisk");
    Files.delete(program);
    Files.copy(driver.resolve("asterisk"), program, StandardCopyOption.COPY_ATTRIBUTES);
    return started(project, folder);
  }

  /** Asterisk alone: the dialplan hangs up at once. */
  static Peer hangup(Path project, Path run) throws IOException {
    Path folder = rendered(project, run.resolve("peer-hangup"), run.resolve("sounds"));
    write(folder.resolve("etc"), "extensions.conf", text("hangup/extensions.conf"));
    return started(project, folder);
  }

  /** Where it takes SIP. */
  InetSocketAddress sip() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
  }

  /** Asterisk's process id. */
  long pid() {
    return process.pid();
  }

  private static final int SIP = 5_260;
  private static final int AMI = 5_238;

  private static Path rendered(Path project, Path folder, Path sounds) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                project.resolve("infra/deploy/asterisk-config").toString(),
                "--into",
                folder.toString()));
    Map.of(
            "AMI_SECRET",
            "bench",
            "SIP_BIND",
            "127.0.0.1:" + SIP,
            "AMI_PORT",
            "" + AMI,
            "HTTP_PORT",
            "8288",
            "AGI_PORT",
            "4773",
            "SOUNDS",
            sounds.toString())
        .forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    run(command);
    return folder;
  }

  private static Peer started(Path project, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                project.resolve("infra/deploy/asterisk-run").toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("ODBCINI", folder.resolve("etc/odbc.ini").toString());
    Peer peer = new Peer(builder.start(), SIP);
    Instant end = Instant.now().plus(PATIENCE);
    while (!listens()) {
      if (!peer.process.isAlive() || Instant.now().isAfter(end)) {
        peer.close();
        throw new IOException("the peer does not start: see " + folder.resolve("output"));
      }
    }
    return peer;
  }

  private static boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), AMI)) {
      return socket.getInputStream().read() > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Runs a command to its end. */
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(command.getFirst() + " failed: " + said);
    }
  }

  private static void write(Path etc, String name, String text) throws IOException {
    Files.writeString(etc.resolve(name), text);
  }

  private static String text(String name) throws IOException {
    try (var stream = Objects.requireNonNull(Peer.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
