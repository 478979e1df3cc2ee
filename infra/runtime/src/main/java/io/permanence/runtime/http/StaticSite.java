package io.permanence.runtime.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * Serves a built web application from the class path: hashed assets for a year, everything else
 * revalidated, and the start page for every address that is the application's own.
 */
public final class StaticSite {
  private static final String YEAR = "public, max-age=31536000, immutable";

  private StaticSite() {}

  /**
   * Mounts the application at the root; mount it last.
   *
   * @param root class path folder with {@code index.html} and {@code assets/}
   */
  public static void mount(Router router, String root) {
    router.head("/assets/*").handler(StaticSite::type);
    router.route("/assets/*").handler(cache(YEAR)).handler(files(root + "/assets"));
    router.head().handler(StaticSite::type);
    read(router).handler(cache("no-cache")).handler(files(root));
    read(router).handler(startPage(root));
  }

  /** GET, and HEAD, which is GET without the body. */
  private static Route read(Router router) {
    return router.route().method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  /** What a body would be: the library says so only where it sends one. */
  private static void type(RoutingContext context) {
    String type = MimeMapping.getMimeTypeForFilename(context.normalizedPath());
    context.response().putHeader("Content-Type", type == null ? "text/html" : type);
    context.next();
  }

  private static StaticHandler files(String root) {
    return StaticHandler.create(FileSystemAccess.RELATIVE, root)
        .setCachingEnabled(false)
        .setIncludeHidden(false)
        .setDirectoryListing(false)
        .setIndexPage("index.html");
  }

  private static Handler<RoutingContext> cache(String policy) {
    return context -> {
      context.response().putHeader("Cache-Control", policy);
      context.next();
    };
  }

  private static void answer(RoutingContext context, Buffer page) {
    if (context.request().method().equals(HttpMethod.HEAD)) {
      context.response().putHeader("Content-Length", Integer.toString(page.length())).end();
    } else {
      context.response().end(page);
    }
  }

  private static Handler<RoutingContext> startPage(String root) {
    return context -> {
      boolean start =
          !context.normalizedPath().startsWith("/api/") && !context.normalizedPath().contains(".");
      if (!start) {
        context.fail(404);
        return;
      }
      context.response().putHeader("Content-Type", "text/html; charset=utf-8");
      context
          .vertx()
          .fileSystem()
          .readFile(root + "/index.html")
          .onSuccess(page -> answer(context, page))
          .onFailure(missing -> context.fail(404));
    };
  }
}
