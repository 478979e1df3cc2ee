package io.permanence.sync;

import io.permanence.runtime.node.Node;
import io.permanence.store.Changes;
import io.permanence.store.Module;
import io.permanence.sync.google.Google;
import io.permanence.sync.google.GoogleSettings;
import io.permanence.sync.run.Synchronisation;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/** Starts and stops the synchronisation, if Google is set up. */
public final class SyncVerticle extends AbstractVerticle {
  private final Node node;
  private final SyncSettings settings;
  private @Nullable Google google;
  private @Nullable Synchronisation synchronisation;
  private @Nullable Changes changes;

  /** A verticle for {@link Node#run}. */
  public SyncVerticle(Node node, SyncSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  @Override
  public void start(Promise<Void> started) {
    settings.google().map(this::run).orElseGet(() -> Future.succeededFuture()).onComplete(started);
  }

  private Future<Void> run(GoogleSettings reach) {
    Google way = new Google(vertx, reach);
    Synchronisation made =
        new Synchronisation(
            vertx,
            node.database().as(Module.SYNC),
            way,
            node.sealer(),
            node.numbers(),
            node.clock(),
            settings.rhythm());
    google = way;
    synchronisation = made;
    made.start();
    return Changes.listen(
            vertx, node.settings().database(), change -> heard(made, change), made::wake)
        .onSuccess(listening -> changes = listening)
        .mapEmpty();
  }

  private static void heard(Synchronisation synchronisation, Changes.Change change) {
    if (change.subject().equals("google_request")) {
      synchronisation.wake();
    }
  }

  @Override
  public void stop(Promise<Void> stopped) {
    Future<Void> deaf = changes == null ? Future.succeededFuture() : changes.close();
    Future<Void> idle = synchronisation == null ? Future.succeededFuture() : synchronisation.stop();
    Future.join(deaf, idle)
        .onComplete(
            ended -> {
              if (google != null) {
                google.close();
              }
              stopped.handle(ended.mapEmpty());
            });
  }
}
