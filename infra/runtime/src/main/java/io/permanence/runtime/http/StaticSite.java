package io.permanence.runtime.http;

import io.vertx.core.Handler;
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
    router.route("/assets/*").handler(cache(YEAR)).handler(files(root + "/assets"));
    router.get().handler(cache("no-cache")).handler(files(root));
    router.get().handler(startPage(root));
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

  private static Handler<RoutingContext> startPage(String root) {
    return context -> {
      boolean page =
          !context.normalizedPath().startsWith("/api/") && !context.normalizedPath().contains(".");
      if (!page) {
        context.fail(404);
        return;
      }
      context.response().putHeader("Content-Type", "text/html; charset=utf-8");
      context
          .vertx()
          .fileSystem()
          .readFile(root + "/index.html")
          .onSuccess(context.response()::end)
          .onFailure(missing -> context.fail(404));
    };
  }
}
