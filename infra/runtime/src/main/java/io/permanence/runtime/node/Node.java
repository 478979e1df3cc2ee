package io.permanence.runtime.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.permanence.model.NumberPlan;
import io.permanence.runtime.health.LoopLag;
import io.permanence.runtime.health.Management;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running process: Vert.x, the store, the clock, health and metrics.
 *
 * @param database in nobody's hands yet: take {@code database.as(Module…)}
 * @param clock the only clock; shifted in demos and tests
 */
public record Node(
    Vertx vertx,
    NodeSettings settings,
    Database database,
    Management management,
    Clock clock,
    Sealer sealer,
    NumberPlan numbers) {
  private static final Logger log = LoggerFactory.getLogger(Node.class);
  private static final int STOP_SECONDS = 20;

  /** Opens everything; connects to nothing yet. Blocks for about a second. */
  public static Node open(NodeSettings settings) {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Vertx vertx = vertx(metrics);
    LoopLag.watch(vertx, metrics);
    return new Node(
        vertx,
        settings,
        Mapping.open(vertx, settings.database(), Module.ROUTER),
        new Management(vertx, metrics),
        Clock.offset(Clock.systemUTC(), settings.clockShift()),
        settings.sealer(),
        settings.demo() ? NumberPlan.demo() : NumberPlan.real());
  }

  static Vertx vertx(MeterRegistry metrics) {
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setPreferNativeTransport(true)
                .setMetricsOptions(
                    new MicrometerMetricsOptions().setEnabled(true).setLabels(labels())))
        .withMetrics(new MicrometerMetricsFactory(metrics))
        .build();
  }

  /** Without the method of a request: it is whatever the sender writes, and each makes a meter. */
  private static Set<Label> labels() {
    Set<Label> labels = EnumSet.copyOf(MicrometerMetricsOptions.DEFAULT_LABELS);
    labels.remove(Label.HTTP_METHOD);
    return labels;
  }

  /**
   * The life of a process: deploys the verticles in order, serves health, and on SIGTERM stops them
   * all within 20 seconds. Exits with 1 when the start fails.
   */
  public static void run(NodeSettings settings, Function<Node, List<Verticle>> parts) {
    run(settings, parts, () -> {});
  }

  /**
   * The same.
   *
   * @param whenStarted called once everything runs
   */
  public static void run(
      NodeSettings settings, Function<Node, List<Verticle>> parts, Runnable whenStarted) {
    long began = System.nanoTime();
    Node node = open(settings);
    AtomicBoolean everythingRuns = new AtomicBoolean();
    node.management.check("postgresql", node.database::answers);
    node.management.check("modules", () -> Future.succeededFuture(everythingRuns.get()));
    List<String> deployed = new ArrayList<>();
    Future<?> started =
        node.management.listen(settings.managementHost(), settings.managementPort());
    for (Verticle part : parts.apply(node)) {
      started =
          started.compose(ignored -> node.vertx.deployVerticle(part)).onSuccess(deployed::add);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> node.stop(deployed), "stop"));
    started
        .onSuccess(ignored -> everythingRuns.set(true))
        .onSuccess(
            ignored ->
                log.info(
                    "started in {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)))
        .onSuccess(ignored -> whenStarted.run())
        .onFailure(
            failure -> {
              log.error("the start failed", failure);
              Runtime.getRuntime().halt(1);
            });
  }

  private void stop(List<String> deployed) {
    // Side by side: a module that waits for the outside world must not take another's time.
    Future<?> stopped = Future.join(deployed.stream().map(vertx::undeploy).toList());
    try {
      stopped
          .eventually(() -> database.close())
          .eventually(() -> vertx.close())
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (java.util.concurrent.CompletionException e) {
      log.error("the stop was not clean", e);
    }
  }
}
