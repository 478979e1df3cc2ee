package io.permanence.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.runtime.settings.Settings;
import io.permanence.runtime.settings.SettingsException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class CertificateTest {
  private static final Duration OFTEN = Duration.ofMillis(20);

  @TempDir private Path directory;
  private SelfSigned first;
  private SelfSigned second;
  private Certificate certificate;

  @BeforeEach
  void files() throws IOException {
    first = SelfSigned.in(directory, "first");
    second = SelfSigned.in(directory, "second");
    certificate = new Certificate(directory.resolve("chain.pem"), directory.resolve("key.pem"));
    install(first, Instant.EPOCH);
  }

  private void install(SelfSigned pair, Instant at) throws IOException {
    put(pair.chain(), certificate.chain(), at);
    put(pair.key(), certificate.key(), at);
  }

  private static void put(Path from, Path to, Instant at) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(to, FileTime.from(at));
  }

  private int serve(Vertx vertx) {
    Router router = HttpFoundation.router(vertx);
    router.get("/").handler(context -> HttpFoundation.json(context, 200, "here"));
    HttpServer server =
        await(
            HttpFoundation.listen(
                vertx, certificate.on(HttpFoundation.options("127.0.0.1", 0)), router));
    certificate.keepFresh(vertx, server, OFTEN);
    return server.actualPort();
  }

  /** Asks as a browser that trusts one certificate only. */
  private static HttpResponse<Buffer> ask(Vertx vertx, int port, SelfSigned trusted) {
    WebClient browser =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setSsl(true)
                .setKeepAlive(false)
                .setTrustOptions(trusted.trust()));
    return await(browser.get(port, "localhost", "/").send());
  }

  @Test
  void whatIsServedOverTlsStaysOverTls(Vertx vertx) {
    HttpResponse<Buffer> answer = ask(vertx, serve(vertx), first);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
  }

  @Test
  void aRenewedCertificateIsShownWithoutARestart(Vertx vertx) throws IOException {
    int port = serve(vertx);
    assertThatThrownBy(() -> ask(vertx, port, second))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
    install(second, Instant.EPOCH.plusSeconds(1));
    until(() -> ask(vertx, port, second).statusCode() == 200);
  }

  @Test
  void aRenewedCertificateThatMakesNoSenseLeavesTheOldOne(Vertx vertx) throws IOException {
    int port = serve(vertx);
    Files.writeString(certificate.chain(), "half a file");
    Files.setLastModifiedTime(certificate.chain(), FileTime.from(Instant.EPOCH.plusSeconds(1)));
    assertThat(ask(vertx, port, first).statusCode()).isEqualTo(200);
    install(second, Instant.EPOCH.plusSeconds(2));
    until(() -> ask(vertx, port, second).statusCode() == 200);
  }

  @Test
  void aKeyWithoutACertificateOrAFileThatIsNotThereIsRefusedByName() {
    Settings half = Settings.of(Map.of("PERMANENCE_PORTAL_KEY", certificate.key().toString()));
    assertThat(Certificate.from(half, "PERMANENCE_PORTAL")).isEmpty();
    assertThatThrownBy(half::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PERMANENCE_PORTAL_CERTIFICATE");
    Settings missing =
        Settings.of(
            Map.of(
                "PERMANENCE_PORTAL_KEY",
                certificate.key().toString(),
                "PERMANENCE_PORTAL_CERTIFICATE",
                directory.resolve("nowhere.pem").toString()));
    Certificate.from(missing, "PERMANENCE_PORTAL");
    assertThatThrownBy(missing::check).hasMessageContaining("PERMANENCE_PORTAL_CERTIFICATE");
  }

  private static void until(java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds(so)) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
    }
  }

  private static boolean holds(java.util.function.BooleanSupplier so) {
    try {
      return so.getAsBoolean();
    } catch (CompletionException notYet) {
      return false;
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
