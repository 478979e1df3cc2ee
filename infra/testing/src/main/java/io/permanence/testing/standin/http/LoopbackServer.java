package io.permanence.testing.standin.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/**
 * An HTTP server that only this machine can reach.
 *
 * <p>Request bodies arrive unzipped whatever the client sent, because Google's clients zip theirs.
 */
public final class LoopbackServer {
  public static final String HOST = "127.0.0.1";

  private final HttpServer server;

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on {@code port}, or on a free one when it is 0. Fails with a {@link
   * java.net.BindException} when the port is taken.
   */
  public static Future<LoopbackServer> listen(Vertx vertx, int port, Router router) {
    var options =
        new HttpServerOptions().setHost(HOST).setPort(port).setDecompressionSupported(true);
    return vertx.createHttpServer(options).requestHandler(router).listen().map(LoopbackServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  /** The address without a slash at the end. */
  public String url() {
    return "http://" + HOST + ":" + port();
  }

  public Future<Void> close() {
    return server.close();
  }
}
