package io.permanence.runtime.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.permanence.runtime.http.HttpFoundation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * {@code /health} (the process lives), {@code /ready} (every part it needs answers) and {@code
 * /metrics} (Prometheus), on a port of their own, bound to loopback by default (I2).
 */
public final class Management {
  private static final long CHECK_MILLIS = 1_500;

  private final Vertx vertx;
  private final PrometheusMeterRegistry metrics;
  private final Map<String, Supplier<Future<Boolean>>> checks = new ConcurrentHashMap<>();

  /** Collects checks and figures; nothing is served before {@link #listen}. */
  public Management(Vertx vertx, PrometheusMeterRegistry metrics) {
    this.vertx = vertx;
    this.metrics = metrics;
  }

  /** Adds a part that must answer for this process to be ready. */
  public void check(String part, Supplier<Future<Boolean>> answers) {
    checks.put(part, answers);
  }

  /** Where modules register their figures. */
  public PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /** Starts serving. */
  public Future<HttpServer> listen(String host, int port) {
    Router router = HttpFoundation.router(vertx);
    router.get("/health").handler(context -> HttpFoundation.json(context, 200, Map.of("up", true)));
    router.get("/ready").handler(this::ready);
    router
        .get("/metrics")
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(metrics.scrape()));
    return HttpFoundation.listen(vertx, HttpFoundation.options(host, port), router);
  }

  /** Which parts answer now, by name. */
  public Future<Map<String, Boolean>> parts() {
    Map<String, Boolean> parts = new TreeMap<>();
    List<Future<?>> asked = new ArrayList<>();
    checks.forEach(
        (part, answers) ->
            asked.add(bounded(answers).onSuccess(answer -> parts.put(part, answer))));
    return Future.join(asked).map(all -> parts);
  }

  private void ready(RoutingContext context) {
    parts()
        .onComplete(
            all -> {
              boolean ready = all.succeeded() && !all.result().containsValue(false);
              Map<String, Boolean> parts = all.succeeded() ? all.result() : Map.of();
              HttpFoundation.json(
                  context, ready ? 200 : 503, Map.of("ready", ready, "parts", parts));
            });
  }

  private Future<Boolean> bounded(Supplier<Future<Boolean>> answers) {
    return Future.any(answers.get().otherwise(false), vertx.timer(CHECK_MILLIS).map(fired -> false))
        .map(first -> first.succeeded(0) ? first.<Boolean>resultAt(0) : Boolean.FALSE);
  }
}
