package io.permanence.portal;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.permanence.identity.Identity;
import io.permanence.identity.NewAccount;
import io.permanence.model.NumberPlan;
import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.health.Management;
import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.secret.Sealer;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.contract.ProblemTypes;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole portal over real HTTP and a real PostgreSQL, for the tests of one class. Its clock
 * stands at {@link #NOON} when a test begins.
 */
final class Portal implements BeforeEachCallback, AfterAllCallback {
  static final String PASSWORD = "quatre hiboux verts volent";
  static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final ProblemTypes REFUSALS = ProblemTypes.of("openapi/portal.yaml");

  final TestDatabase postgres = TestDatabase.fresh();
  final Vertx vertx = Vertx.vertx();
  final Sealer sealer = new Sealer(new byte[32]);
  final MovingClock clock = new MovingClock();
  private final Node node;
  private final Identity identity;
  private final WebClient client;
  private final int port;

  Portal() {
    NodeSettings settings =
        new NodeSettings(postgres.settings(), true, Duration.ZERO, sealer, "127.0.0.1", 0);
    node =
        new Node(
            vertx,
            settings,
            Mapping.open(vertx, postgres.settings(), Module.PORTAL),
            new Management(vertx, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
            clock,
            sealer,
            NumberPlan.demo());
    identity = new Identity(vertx, node.database().as(Module.IDENTITY), sealer);
    PortalVerticle verticle =
        new PortalVerticle(
            node,
            PortalSettings.from(
                Settings.of(
                    Map.of(
                        "PERMANENCE_PORTAL_PORT", "0",
                        "PERMANENCE_APP_URL", "http://localhost:8444",
                        "PERMANENCE_GOOGLE_CLIENT_ID", "client-1",
                        "PERMANENCE_GOOGLE_AUTHORIZATION_URL", "http://google.test/auth"))));
    await(vertx.deployVerticle(verticle));
    port = verticle.port();
    client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
  }

  /** A clock that stands still until it is moved. */
  static final class MovingClock extends Clock {
    private volatile Instant now = NOON;

    void moveTo(Instant at) {
      now = at;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Somebody who signs in. */
  record Account(AccountId id, String user, CustomerId customer) {}

  Account account(CustomerId customer, Role role, boolean temporary) {
    AccountId id = AccountId.random();
    String user = "u" + id.value().toString().substring(24) + "@example.org";
    await(
        identity.create(
            new NewAccount(
                id, user, PASSWORD, temporary, Optional.empty(), role, Optional.of(customer), "fr"),
            clock.instant()));
    postgres.execute(
        "insert into person (customer_id, account_id, display_name) values (?, ?, 'Personne')",
        customer.value(),
        id.value());
    return new Account(id, user, customer);
  }

  /** A browser of somebody signed in. */
  Browser signIn(Account account) {
    Browser browser = new Browser(null);
    HttpResponse<Buffer> in =
        browser.send(
            HttpMethod.POST,
            "/sessions",
            new JsonObject().put("user", account.user()).put("password", PASSWORD));
    if (in.statusCode() != 201) {
      throw new AssertionError(in.statusCode() + " " + in.bodyAsString());
    }
    return new Browser(in.cookies().getFirst().split(";", 2)[0]);
  }

  Browser nobody() {
    return new Browser(null);
  }

  /** What sends requests with one session's cookie. */
  final class Browser {
    private final @Nullable String cookie;

    Browser(@Nullable String cookie) {
      this.cookie = cookie;
    }

    String cookie() {
      return java.util.Objects.requireNonNull(cookie);
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
      HttpRequest<Buffer> request =
          client.request(method, port, "localhost", "/api/v1" + path).timeout(20_000);
      return headed(request);
    }

    HttpRequest<Buffer> page(String path) {
      HttpRequest<Buffer> request = client.request(HttpMethod.GET, port, "localhost", path);
      if (cookie != null) {
        request.putHeader("Cookie", cookie);
      }
      return request;
    }

    private HttpRequest<Buffer> headed(HttpRequest<Buffer> request) {
      request.putHeader("X-Permanence", "app");
      if (cookie != null) {
        request.putHeader("Cookie", cookie);
      }
      return request;
    }

    HttpResponse<Buffer> send(HttpMethod method, String path, @Nullable JsonObject body) {
      return send(method, path, body, null);
    }

    HttpResponse<Buffer> send(
        HttpMethod method, String path, @Nullable JsonObject body, @Nullable String ifMatch) {
      HttpRequest<Buffer> request = request(method, path);
      if (ifMatch != null) {
        request.putHeader("If-Match", ifMatch);
      }
      HttpResponse<Buffer> answer =
          await(body == null ? request.send() : request.sendJsonObject(body));
      if (answer.statusCode() >= 400) {
        REFUSALS.check(answer.statusCode(), answer.bodyAsJsonObject().getString("type"));
      }
      return answer;
    }

    HttpResponse<Buffer> get(String path) {
      return send(HttpMethod.GET, path, null);
    }
  }

  int port() {
    return port;
  }

  /** What a refusal complains of: field, rule, and the limit where there is one. */
  static List<String> errors(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getJsonArray("errors", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(
            error ->
                error.getString("field")
                    + " "
                    + error.getString("rule")
                    + (error.containsKey("limit") ? " " + error.getInteger("limit") : ""))
        .toList();
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    clock.moveTo(NOON);
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    identity.close();
    client.close();
    await(vertx.close());
  }
}
