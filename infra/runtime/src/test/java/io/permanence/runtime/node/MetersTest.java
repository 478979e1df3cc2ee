package io.permanence.runtime.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.permanence.runtime.http.HttpFoundation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a sender writes makes no meter: there would be as many as senders like. */
class MetersTest {
  @Test
  void aRequestIsCountedButNotByWhatItCallsItsMethod() {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Vertx vertx = Node.vertx(metrics);
    try {
      HttpServer server =
          await(
              HttpFoundation.listen(
                  vertx, HttpFoundation.options("127.0.0.1", 0), HttpFoundation.router(vertx)));
      WebClient client = WebClient.create(vertx);
      HttpMethod theirs = HttpMethod.valueOf("OFTHEIROWN");
      await(client.request(theirs, server.actualPort(), "127.0.0.1", "/").send());
      assertThat(metrics.scrape()).contains("vertx_http_server_requests").doesNotContain("OFTHEIR");
    } finally {
      await(vertx.close());
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
