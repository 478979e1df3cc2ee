package io.permanence.portal;

import io.permanence.identity.Identity;
import io.permanence.model.line.TollFence;
import io.permanence.portal.site.PortalSite;
import io.permanence.runtime.http.Certificate;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.node.Node;
import io.permanence.store.Changes;
import io.permanence.store.Module;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts and stops the portal's server. */
public final class PortalVerticle extends AbstractVerticle {
  private static final long SWEEP_MILLIS = Duration.ofMinutes(10).toMillis();

  private final Node node;
  private final PortalSettings settings;
  private @Nullable Identity identity;
  private @Nullable PortalSite site;
  private @Nullable Changes changes;
  private @Nullable HttpServer server;

  /** A verticle for {@link Node#run}. */
  public PortalVerticle(Node node, PortalSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .executeBlocking(
            () -> new Identity(vertx, node.database().as(Module.IDENTITY), node.sealer()))
        .compose(this::serve)
        .onComplete(started);
  }

  private Future<Void> serve(Identity made) {
    identity = made;
    vertx.setPeriodic(SWEEP_MILLIS, ignored -> made.sweep(node.clock().instant()));
    PortalSite portal =
        new PortalSite(
            node,
            made,
            settings.tls(),
            settings.google(),
            settings.push(),
            new TollFence(node.numbers(), settings.countries()),
            settings.figures());
    site = portal;
    return Changes.listen(vertx, node.settings().database(), portal.live()::heard, () -> {})
        .onSuccess(listening -> changes = listening)
        .compose(listening -> portal.router())
        .compose(router -> HttpFoundation.listen(vertx, options(), router))
        .onSuccess(this::listening)
        .mapEmpty();
  }

  private HttpServerOptions options() {
    HttpServerOptions options = HttpFoundation.options(settings.host(), settings.port());
    return settings.certificate().map(each -> each.on(options)).orElse(options);
  }

  private void listening(HttpServer listening) {
    server = listening;
    settings
        .certificate()
        .ifPresent(each -> each.keepFresh(vertx, listening, Certificate.LOOK_EVERY));
  }

  /** The port it listens on, for those who let the system choose. */
  public int port() {
    return server == null ? settings.port() : server.actualPort();
  }

  @Override
  public void stop(Promise<Void> stopped) {
    if (site != null) {
      site.live().close();
    }
    Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
    Future<Void> deaf = changes == null ? Future.succeededFuture() : changes.close();
    Future.join(closed, deaf)
        .onComplete(
            ended -> {
              if (identity != null) {
                identity.close();
              }
              stopped.handle(ended.mapEmpty());
            });
  }
}
