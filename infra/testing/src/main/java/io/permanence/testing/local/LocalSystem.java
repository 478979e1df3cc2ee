package io.permanence.testing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole system on this machine: PostgreSQL, Asterisk, the stand-ins for the outside world and
 * the service, with demo data. What runs is left alone; what is missing is started.
 */
public final class LocalSystem {
  private final RunFolder folder;
  private final Ports ports;
  private final Parts parts;
  private final StateFile stateFile;
  private final Consumer<String> progress;
  private final List<Part> started = new ArrayList<>();
  private boolean stopping;

  LocalSystem(RunFolder folder, Ports ports, Parts parts, Consumer<String> progress) {
    this.folder = folder;
    this.ports = ports;
    this.parts = parts;
    this.stateFile = new StateFile(folder, ports, parts);
    this.progress = progress;
  }

  /**
   * The system of a run folder, running or not.
   *
   * @param project the project's root
   * @param root the run folder; several systems live beside each other in several folders
   * @param progress told one line for each part
   */
  public static LocalSystem in(Path project, Path root, Consumer<String> progress) {
    RunFolder folder = RunFolder.open(project, root);
    boolean running =
        new Wiring(folder, Ports.of(folder, true))
            .parts().all().stream().anyMatch(LocalSystem::lives);
    Ports ports = Ports.of(folder, running);
    return new LocalSystem(folder, ports, new Wiring(folder, ports).parts(), progress);
  }

  /**
   * Starts what does not run and returns when all is ready; writes the state file.
   *
   * @return the names of the parts that were started
   * @throws IllegalStateException naming the part that did not start
   */
  public List<String> up() {
    List<Part> missing = parts.all().stream().filter(part -> !lives(part)).toList();
    startTogether(missing.stream().filter(part -> !part.equals(parts.service())).toList());
    if (!lives(parts.service())) {
      parts.demoData().run();
      start(parts.service());
    }
    stateFile.refresh();
    return missing.stream().map(Part::name).toList();
  }

  /** Starts one part unless it lives; the state file is written once all of them do. */
  public boolean up(String name) {
    Part part = part(name);
    boolean start = !lives(part);
    if (start) {
      start(part);
    }
    stateFile.refresh();
    return start;
  }

  /** Stops every part that lives, the service first; removes the state file. */
  public List<String> down() {
    stateFile.remove();
    return stop(parts.all());
  }

  /**
   * Stops what was started here, even while more is being started, and nothing that ran before;
   * starts nothing any more.
   */
  public List<String> undo() {
    List<Part> ours;
    synchronized (started) {
      stopping = true;
      ours = parts.all().stream().filter(started::contains).toList();
    }
    return stop(ours);
  }

  /** Stops one part, also one that lives and does not answer. */
  public void down(String name) {
    stop(part(name));
    stateFile.refresh();
  }

  private List<String> stop(List<Part> those) {
    List<String> stopped = new ArrayList<>();
    for (Part part : those.reversed()) {
      if (lives(part)) {
        stop(part);
        stopped.add(part.name());
      }
    }
    stateFile.refresh();
    return stopped;
  }

  private void stop(Part part) {
    part.stop();
    progress.accept("stopped  " + part.title());
  }

  /**
   * Stops what runs and removes its database and recordings: the next start begins with nothing.
   *
   * @throws UncheckedIOException when something cannot be removed
   */
  public void forget() {
    down();
    List.of("postgres/data", "spool").forEach(data -> remove(folder.root().resolve(data)));
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process id of a part, when it lives. */
  public Optional<Long> pid(String name) {
    return part(name).pid();
  }

  /** The port of a server: console, app, inbox, management, sip, ami, agi, postgres, …. */
  public int port(String server) {
    return ports.of(server);
  }

  /** Where the state file is, once {@link #up()} returned. */
  public Path stateFile() {
    return folder.stateFile();
  }

  /** Where a part prints. */
  public Path log(String part) {
    return folder.log(part);
  }

  private Part part(String name) {
    return parts.all().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such part: %s (%s)"
                        .formatted(
                            name,
                            String.join(", ", parts.all().stream().map(Part::name).toList()))));
  }

  private void startTogether(List<Part> missing) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> started =
          missing.stream()
              .map(part -> CompletableFuture.runAsync(() -> start(part), threads))
              .toList();
      CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void start(Part part) {
    synchronized (started) {
      if (stopping) {
        throw new IllegalStateException("everything is being stopped");
      }
      started.add(part);
    }
    long began = System.nanoTime();
    try {
      part.start();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "%s did not start (see %s): %s"
              .formatted(part.title(), folder.log(part.name()), e.getMessage()),
          e);
    }
    double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1000.0;
    progress.accept(
        String.format(java.util.Locale.ROOT, "started  %-22s %5.1f s", part.title(), seconds));
  }

  private static boolean lives(Part part) {
    return part.pid().isPresent();
  }
}
