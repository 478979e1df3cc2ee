package io.permanence.testing.standin.google.oauth;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulator as a child process: {@code node serve.mjs}. It ends with us in any case, because it
 * watches its standard input.
 */
final class EmulatorProcess {
  private static final Logger LOG = LoggerFactory.getLogger(EmulatorProcess.class);
  private static final long INSTALL_MINUTES = 5;
  private static final long START_MILLIS = 30_000;
  private static final long STOP_SECONDS = 5;

  private final Vertx vertx;
  private final Process process;
  private final int port;

  private EmulatorProcess(Vertx vertx, Process process, int port) {
    this.vertx = vertx;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it on a free port, after {@code npm ci} where its packages are missing.
   *
   * @param folder {@code infra/deploy/google-oauth}
   */
  static Future<EmulatorProcess> start(Vertx vertx, Path folder, String seed) {
    return vertx
        .executeBlocking(() -> launch(folder, seed), false)
        .compose(process -> ready(vertx, process));
  }

  private static Process launch(Path folder, String seed) throws IOException, InterruptedException {
    install(folder);
    var process =
        new ProcessBuilder("node", "serve.mjs")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    Writer input = process.outputWriter(StandardCharsets.UTF_8);
    input.write(seed + "\n");
    input.flush();
    return process;
  }

  /** One process at a time, because tests of several modules may come here together. */
  private static void install(Path folder) throws IOException, InterruptedException {
    String name = "google-oauth-" + Integer.toHexString(folder.toString().hashCode()) + ".lock";
    Path lock = Path.of(System.getProperty("java.io.tmpdir"), name);
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid() && !Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
        run(folder, "npm", "ci", "--ignore-scripts");
      }
    }
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    LOG.info("{} in {}", List.of(command), folder.getFileName());
    Path output = Files.createTempFile("google-oauth", ".out");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
    if (!ended || process.exitValue() != 0) {
      process.destroy();
      throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
    }
    Files.delete(output);
  }

  private static Future<EmulatorProcess> ready(Vertx vertx, Process process) {
    Promise<Integer> port = Promise.promise();
    Thread.ofVirtual().name("google-oauth").start(() -> listen(process, port));
    long timer =
        vertx.setTimer(START_MILLIS, late -> port.tryFail("the emulator did not start in time"));
    return port.future()
        .onComplete(done -> vertx.cancelTimer(timer))
        .onFailure(failed -> process.destroy())
        .map(number -> new EmulatorProcess(vertx, process, number));
  }

  /** Reads what it prints until it ends; the line with its port says that it is ready. */
  private static void listen(Process process, Promise<Integer> port) {
    var printed = new StringBuilder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"port\":")) {
          port.tryComplete(new JsonObject(line).getInteger("port"));
        } else {
          LOG.debug("emulator: {}", line);
          printed.append(line).append('\n');
        }
      }
    } catch (IOException cut) {
      LOG.debug("emulator's output ended", cut);
    }
    port.tryFail("the emulator ended before it was ready:\n" + printed);
  }

  int port() {
    return port;
  }

  Future<Void> stop() {
    return vertx.executeBlocking(
        () -> {
          process.destroy();
          if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
          }
          return null;
        },
        false);
  }
}
