package io.permanence.testing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One part as a process in a session of its own, so that it outlives whoever started it. Known by
 * process id and start time: a process id that went to somebody else is never touched.
 */
public final class LocalProcess {
  private final RunFolder folder;
  private final String name;

  /** A part of that name in that folder; running or not. */
  public LocalProcess(RunFolder folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Starts it; its output goes to the part's log. */
  public void start(List<String> command, Map<String, String> environment) {
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(detached)
            .directory(folder.project().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()));
    builder.environment().putAll(environment);
    try {
      remember(builder.start().toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes over a process that was started another way. */
  public void remember(ProcessHandle handle) {
    try {
      Files.writeString(folder.pid(name), handle.pid() + " " + startOf(handle).toEpochMilli());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, when it lives. */
  public Optional<ProcessHandle> alive() {
    Path file = folder.pid(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(handle -> startOf(handle).equals(started));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process id, 0 when it does not live. */
  public long pid() {
    return alive().map(ProcessHandle::pid).orElse(0L);
  }

  /** Asks it to stop, waits, and only then insists. */
  public void stop(Duration patience) {
    Optional<ProcessHandle> running = alive();
    if (running.isPresent()) {
      ProcessHandle handle = running.get();
      List<ProcessHandle> children = handle.descendants().toList();
      handle.destroy();
      if (!ended(handle, patience)) {
        handle.destroyForcibly();
        ended(handle, patience);
      }
      children.forEach(ProcessHandle::destroy);
    }
    try {
      Files.deleteIfExists(folder.pid(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant startOf(ProcessHandle handle) {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }
}
