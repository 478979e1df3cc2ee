package io.permanence.callrouter.console;

import io.permanence.identity.SessionHandler;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.StaticSite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;

/** The console's HTTP server: sockets first, then the API, then the pages. */
public final class ConsoleServer {
  private static final String CONTRACT = "openapi/console.yaml";
  private static final String PAGES = "web/console";
  private static final int IDLE_SECONDS = 75;

  private ConsoleServer() {}

  /**
   * Puts the routes together.
   *
   * @param sockets mount WebSockets at the root
   * @param liveSockets mount WebSockets below the API
   * @param subjects mount the API's routes
   */
  public static Router router(
      Vertx vertx,
      SessionHandler sessions,
      List<Consumer<Router>> sockets,
      List<Consumer<Router>> liveSockets,
      List<Consumer<Router>> subjects) {
    Router root = HttpFoundation.router(vertx);
    root.get("/telephone").handler(sessions);
    sockets.forEach(each -> each.accept(root));
    Router api = Router.router(vertx);
    api.get("/openapi.yaml").handler(ConsoleServer::contract);
    api.route().handler(sessions);
    liveSockets.forEach(each -> each.accept(api));
    api.route().handler(HttpFoundation.bodies());
    subjects.forEach(each -> each.accept(api));
    api.route().handler(context -> context.fail(404));
    root.route("/api/v1/*").subRouter(api);
    root.get("/openapi.yaml").handler(ConsoleServer::contract);
    StaticSite.mount(root, PAGES);
    return root;
  }

  private static void contract(RoutingContext context) {
    context
        .vertx()
        .fileSystem()
        .readFile(CONTRACT)
        .onSuccess((Buffer text) -> yaml(context, text))
        .onFailure(missing -> context.fail(404));
  }

  private static void yaml(RoutingContext context, Buffer text) {
    context.response().putHeader("Content-Type", "application/yaml; charset=utf-8").end(text);
  }

  /** Starts serving. */
  public static Future<HttpServer> listen(Vertx vertx, HttpServerOptions options, Router router) {
    return HttpFoundation.listen(
        vertx, options.setIdleTimeout(IDLE_SECONDS).addWebSocketSubProtocol("sip"), router);
  }
}
