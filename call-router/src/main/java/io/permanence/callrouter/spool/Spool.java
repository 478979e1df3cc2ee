package io.permanence.callrouter.spool;

import io.permanence.callrouter.spool.Sidecar.Reading;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory where Asterisk leaves recordings and sidecars: looked through at the start, when
 * something changes in it, and every ten seconds. A sidecar goes with its recording when both are
 * in the store, or belong to nobody; one that makes no sense is set aside as {@code .unreadable}.
 */
public final class Spool {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final String SIDECAR = ".properties";
  private static final String RECORDING = ".wav";
  private static final long HEADER_OF_A_RECORDING = 44;
  private static final long LOOK_EVERY_MILLIS = 10_000;

  private final Vertx vertx;
  private final Context context;
  private final Blocking threads;
  private final Path directory;
  private final SpoolImport importing;
  private boolean looking;
  private boolean lookAgain;
  private long timer = -1;
  private @Nullable WatchService watch;

  public Spool(Vertx vertx, Blocking threads, Path directory, SpoolImport importing) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.threads = threads;
    this.directory = directory;
    this.importing = importing;
  }

  /** Begins to look; completes when the directory is there and watched. */
  public Future<Void> start() {
    return threads
        .call(this::open)
        .onSuccess(
            opened -> {
              watch = opened;
              Thread.ofVirtual().name("spool-watch").start(() -> watch(opened));
              timer = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> lookSoon());
              lookSoon();
            })
        .mapEmpty();
  }

  /** Looks no more. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    WatchService opened = watch;
    return opened == null
        ? Future.succeededFuture()
        : threads
            .call(
                () -> {
                  opened.close();
                  return true;
                })
            .mapEmpty();
  }

  private WatchService open() throws IOException {
    Files.createDirectories(directory);
    WatchService opened = directory.getFileSystem().newWatchService();
    directory.register(
        opened, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    return opened;
  }

  private void watch(WatchService opened) {
    try {
      while (true) {
        var key = opened.take();
        key.pollEvents();
        lookSoon();
        if (!key.reset()) {
          return;
        }
      }
    } catch (java.nio.file.ClosedWatchServiceException e) {
      log.debug("the spool is no longer watched");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookSoon() {
    context.runOnContext(ignored -> look());
  }

  private void look() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    lookAgain = false;
    threads
        .call(this::found)
        .compose(this::takeAll)
        .onFailure(failure -> log.warn("the spool was not read: {}", failure.getMessage()))
        .onComplete(
            done ->
                context.runOnContext(
                    ignored -> {
                      looking = false;
                      if (lookAgain) {
                        look();
                      }
                    }));
  }

  private record Found(Sidecar sidecar, Path file, Optional<Path> recording) {}

  private List<Found> found() throws IOException {
    List<Path> sidecars;
    try (Stream<Path> files = Files.list(directory)) {
      sidecars = files.filter(each -> each.toString().endsWith(SIDECAR)).sorted().toList();
    }
    List<Found> found = new ArrayList<>();
    for (Path each : sidecars) {
      read(each).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Found> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - SIDECAR.length());
    return switch (Sidecar.read(id, Files.readAllLines(file))) {
      case Reading.Complete(Sidecar sidecar) ->
          Optional.of(new Found(sidecar, file, recording(sidecar)));
      case Reading.Unfinished unfinished -> Optional.empty();
      case Reading.Unreadable unreadable -> {
        log.error("a sidecar in the spool makes no sense and was set aside");
        Files.move(
            file, directory.resolve(name + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        yield Optional.empty();
      }
    };
  }

  private Optional<Path> recording(Sidecar sidecar) throws IOException {
    Path file = directory.resolve(sidecar.call() + RECORDING);
    return sidecar.outcome() == Sidecar.Outcome.VOICEMAIL
            && sidecar.seconds() > 0
            && Files.exists(file)
            && Files.size(file) > HEADER_OF_A_RECORDING
        ? Optional.of(file)
        : Optional.empty();
  }

  private Future<Void> takeAll(List<Found> all) {
    Future<Void> taken = Future.succeededFuture();
    for (Found each : all) {
      taken = taken.compose(ignored -> take(each));
    }
    return taken;
  }

  /** One that cannot be taken now stays for the next look, and does not keep the others back. */
  private Future<Void> take(Found found) {
    return threads
        .call(() -> audio(found))
        .compose(audio -> importing.take(found.sidecar(), audio))
        .compose(kept -> threads.call(() -> clear(found)))
        .recover(
            failure -> {
              log.warn(
                  "call {} stays in the spool: {}",
                  found.sidecar().call(),
                  failure.getClass().getSimpleName());
              return Future.succeededFuture();
            })
        .mapEmpty();
  }

  private static Optional<Buffer> audio(Found found) throws IOException {
    return found.recording().isEmpty()
        ? Optional.empty()
        : Optional.of(Buffer.buffer(Files.readAllBytes(found.recording().get())));
  }

  private boolean clear(Found found) throws IOException {
    Files.deleteIfExists(directory.resolve(found.sidecar().call() + RECORDING));
    return Files.deleteIfExists(found.file());
  }
}
