package io.permanence.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class HttpFoundationTest {
  private record Wish(String name, int seconds) {}

  private WebClient client;
  private int port;

  @BeforeEach
  void serve(Vertx vertx) {
    Router router = HttpFoundation.router(vertx);
    router
        .post("/api/wishes")
        .handler(HttpFoundation.bodies())
        .handler(
            context ->
                HttpFoundation.json(context, 201, Json.read(context.body().buffer(), Wish.class)));
    router
        .get("/api/broken")
        .handler(
            context -> {
              throw new IllegalStateException("secret detail");
            });
    router
        .get("/api/away")
        .handler(
            context ->
                context.fail(new IllegalStateException(new java.net.ConnectException("refused"))));
    router
        .get("/api/refused/:state")
        .handler(
            context ->
                context.fail(
                    new IllegalStateException(
                        new PgException(
                            "refused", "ERROR", context.pathParam("state"), "secret detail"))));
    StaticSite.mount(router, "site");
    HttpServer server =
        await(HttpFoundation.listen(vertx, HttpFoundation.options("127.0.0.1", 0), router));
    port = server.actualPort();
    client = WebClient.create(vertx);
  }

  @Test
  void aBodyThatDoesNotFitNamesTheField() {
    HttpResponse<Buffer> answer = post("{\"name\":\"a\",\"seconds\":\"many\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.bodyAsString()).contains("\"field\":\"seconds\"");
    assertThat(post("{\"name\":\"a\",\"seconds\":1,\"more\":2}").bodyAsString())
        .contains("\"field\":\"more\"");
    assertThat(post("not json").statusCode()).isEqualTo(400);
  }

  @Test
  void aPartThatIsAwayIsNoMistakeOfOurs() {
    HttpResponse<Buffer> answer = await(client.get(port, "127.0.0.1", "/api/away").send());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.bodyAsString()).contains("\"unavailable\"").doesNotContain("refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/away HTTP/1.1\r\n",
        "GET /api/away HTTP/1.1\r\nHost: 127.0.0\u00f71\r\n",
        "GET /api/away HTTP/1.1\r\nHost: a:b:c\r\n",
        "GET /api/away HTTP/1.7\r\nHost: localhost\r\n",
        "GET /api/away HTTP/2.0\r\nHost: localhost\r\n",
        "GET /api/%%F0 HTTP/1.1\r\nHost: localhost\r\n",
        "GET /api/away?a=%F HTTP/1.1\r\nHost: localhost\r\n",
        "POST /api/wishes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1x\r\n",
      })
  void whatCannotBeReadIsTheSendersMistake(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
      assertThat(new String(start, StandardCharsets.US_ASCII)).endsWith(" 400");
    }
  }

  @Test
  void whatAnotherRowStandsAgainstIsAConflictAndNoBug() {
    for (String state : new String[] {"23503", "23505", "23P01"}) {
      HttpResponse<Buffer> answer = get("/api/refused/" + state);
      assertThat(answer.statusCode()).as(state).isEqualTo(409);
      assertThat(answer.bodyAsString()).contains("\"state-changed\"").doesNotContain("secret");
    }
    assertThat(get("/api/refused/23514").statusCode()).isEqualTo(400);
    assertThat(get("/api/refused/42P01").statusCode()).isEqualTo(500);
  }

  @Test
  void aBodyLargerThanTheLimitIsRefused() {
    assertThat(post("\"" + "x".repeat((int) HttpFoundation.LARGEST_BODY) + "\"").statusCode())
        .isEqualTo(413);
  }

  @Test
  void aBugIsAnIncidentAndTellsNothing() {
    HttpResponse<Buffer> answer = get("/api/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.bodyAsString()).contains("incident").doesNotContain("secret detail");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    assertThat(get("/api/nothing").getHeader("Content-Security-Policy"))
        .isEqualTo(HttpFoundation.CONTENT_SECURITY_POLICY)
        .contains("connect-src 'self';")
        .doesNotContain("unsafe")
        .doesNotContain("ws:");
    assertThat(HttpFoundation.contentSecurityPolicy(List.of("https://push.example")))
        .contains("connect-src 'self' https://push.example;")
        .isEqualTo(
            HttpFoundation.CONTENT_SECURITY_POLICY.replace(
                "connect-src 'self'", "connect-src 'self' https://push.example"));
    assertThat(get("/").getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void anAddressOfTheApplicationGetsTheStartPageAndAssetsAreKept() {
    assertThat(get("/").bodyAsString()).contains("<title>start</title>");
    assertThat(get("/calls/42").bodyAsString()).contains("<title>start</title>");
    assertThat(get("/assets/a1.js").getHeader("Cache-Control")).contains("immutable");
    assertThat(get("/missing.js").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/nothing").getHeader("Content-Type"))
        .isEqualTo("application/problem+json");
    assertThat(get("/../logback-test.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void askingForTheHeadOfAPageIsAnsweredLikeThePageWithoutItsBody() {
    for (String path : new String[] {"/", "/calls/42", "/assets/a1.js", "/missing.js"}) {
      HttpResponse<Buffer> whole = get(path);
      HttpResponse<Buffer> head =
          await(client.request(HttpMethod.HEAD, port, "127.0.0.1", path).send());
      assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
      assertThat(head.bodyAsBuffer()).as(path).isNull();
      assertThat(mediaType(head)).isEqualTo(mediaType(whole));
      assertThat(head.getHeader("Content-Security-Policy"))
          .isEqualTo(whole.getHeader("Content-Security-Policy"));
      if (whole.statusCode() == 200) {
        assertThat(head.getHeader("Content-Length"))
            .isEqualTo(Integer.toString(whole.body().length()));
      }
    }
  }

  /** StaticHandler names the charset of a body only where it sends one. */
  private static String mediaType(HttpResponse<Buffer> answer) {
    return answer.getHeader("Content-Type").replaceFirst(";.*", "");
  }

  private HttpResponse<Buffer> post(String body) {
    return await(
        client
            .post(port, "127.0.0.1", "/api/wishes")
            .putHeader("Content-Type", "application/json")
            .sendBuffer(Buffer.buffer(body)));
  }

  private HttpResponse<Buffer> get(String path) {
    return await(client.get(port, "127.0.0.1", path).send());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
