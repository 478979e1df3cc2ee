package io.permanence.runtime.http;

import io.permanence.runtime.settings.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server shows browsers when TLS ends here: TLS 1.2 and 1.3. Files that were renewed are
 * taken into use without a restart; connections that are open stay as they are.
 *
 * @param chain PEM, the server's own certificate first
 * @param key PEM, PKCS #8, without a password
 */
public record Certificate(Path chain, Path key) {
  /** How often to look whether the files were renewed. */
  public static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Certificate.class);
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

  /**
   * Reads {@code …_CERTIFICATE} and {@code …_KEY}; mistakes are reported by {@link
   * Settings#check()}.
   *
   * @param server the beginning of the two names
   * @return empty behind a proxy that ends TLS, and on localhost
   */
  public static Optional<Certificate> from(Settings settings, String server) {
    String chain = server + "_CERTIFICATE";
    String key = server + "_KEY";
    Optional<Path> chainFile = file(settings, chain, "PEM; without it plain http");
    Optional<Path> keyFile = file(settings, key, "PEM of the certificate's key, PKCS #8");
    if (chainFile.isPresent() != keyFile.isPresent()) {
      settings.refuse(chainFile.isPresent() ? key : chain, "is missing: one needs the other");
    }
    return chainFile.flatMap(at -> keyFile.map(secret -> new Certificate(at, secret)));
  }

  private static Optional<Path> file(Settings settings, String name, String purpose) {
    Optional<Path> file = settings.optional(name, purpose).map(Path::of);
    file.filter(each -> !Files.isReadable(each))
        .ifPresent(each -> settings.refuse(name, "is no file that can be read"));
    return file;
  }

  /** The options of a server that shows this certificate. */
  public HttpServerOptions on(HttpServerOptions options) {
    return options
        .setSsl(true)
        .setKeyCertOptions(pem())
        .setEnabledSecureTransportProtocols(PROTOCOLS);
  }

  private PemKeyCertOptions pem() {
    return new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(key.toString());
  }

  /**
   * Takes renewed files into use from now on; files that make no sense are told in the log and the
   * certificate stays. In a verticle it ends with it.
   */
  public void keepFresh(Vertx vertx, HttpServer server, Duration every) {
    AtomicReference<List<FileTime>> seen = new AtomicReference<>(times());
    vertx.setPeriodic(
        every.toMillis(),
        ignored ->
            vertx
                .executeBlocking(this::times)
                .onSuccess(
                    now -> {
                      if (!now.equals(seen.getAndSet(now))) {
                        renew(server);
                      }
                    }));
  }

  private void renew(HttpServer server) {
    Future<Boolean> renewed =
        server.updateSSLOptions(
            new SSLOptions().setKeyCertOptions(pem()).setEnabledSecureTransportProtocols(PROTOCOLS),
            true);
    renewed
        .onSuccess(ignored -> log.info("the certificate was renewed"))
        .onFailure(
            failure ->
                log.error(
                    "the renewed certificate cannot be used: {}", failure.getClass().getName()));
  }

  private List<FileTime> times() {
    try {
      return List.of(Files.getLastModifiedTime(chain), Files.getLastModifiedTime(key));
    } catch (IOException halfReplaced) {
      return List.of();
    }
  }
}
