package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's sign-in and consent on this machine; the package's description says what it checks.
 * Needs {@code node}, and {@code npm} the first time.
 */
public final class GoogleOAuth {
  private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
  private static final Pattern SCOPE = Pattern.compile("name=\"scope\" checked value=\"([^\"]+)\"");

  private final LoopbackServer server;
  private final EmulatorProcess process;
  private final Emulator emulator;
  private final TokenRoutes tokens;
  private final Grants grants;
  private final Clock clock;
  private final WebClient browser;

  private GoogleOAuth(
      Vertx vertx,
      LoopbackServer server,
      EmulatorProcess process,
      Emulator emulator,
      TokenRoutes tokens,
      Grants grants,
      Clock clock) {
    this.server = server;
    this.process = process;
    this.emulator = emulator;
    this.tokens = tokens;
    this.grants = grants;
    this.clock = clock;
    this.browser = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
  }

  /**
   * Listens on {@code port}, or on a free one when it is 0, once the emulator is ready. The
   * emulator's folder is looked for upwards from the working directory.
   */
  public static Future<GoogleOAuth> start(Vertx vertx, int port, OAuthSeed seed, Clock clock) {
    return start(vertx, port, seed, clock, folder());
  }

  /**
   * The same, with the emulator's folder.
   *
   * @param folder {@code infra/deploy/google-oauth}
   */
  public static Future<GoogleOAuth> start(
      Vertx vertx, int port, OAuthSeed seed, Clock clock, Path folder) {
    Router router = Router.router(vertx);
    return LoopbackServer.listen(vertx, port, router)
        .compose(
            server ->
                EmulatorProcess.start(vertx, folder, seed.forEmulator(server.url()))
                    .onFailure(failed -> server.close())
                    .map(process -> opened(vertx, server, router, process, seed, clock)));
  }

  private static GoogleOAuth opened(
      Vertx vertx,
      LoopbackServer server,
      Router router,
      EmulatorProcess process,
      OAuthSeed seed,
      Clock clock) {
    var grants = new Grants();
    var emulator = new Emulator(vertx, process.port());
    var tokens = new TokenRoutes(seed.client().id(), clock, grants, emulator);
    router.route().handler(BodyHandler.create(false).setBodyLimit(100_000));
    new ConsentRoutes(seed, clock, grants, emulator).addTo(router);
    tokens.addTo(router);
    return new GoogleOAuth(vertx, server, process, emulator, tokens, grants, clock);
  }

  /** {@code infra/deploy/google-oauth}, looked for upwards from the working directory. */
  public static Path folder() {
    Path relative = Path.of("infra", "deploy", "google-oauth");
    for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
      if (Files.exists(place.resolve(relative).resolve("serve.mjs"))) {
        return place.resolve(relative);
      }
    }
    throw new IllegalStateException(relative + " is nowhere above the working directory");
  }

  /** The address without a slash at the end, which is also the issuer of id tokens. */
  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  /** Where the application sends the user. */
  public String authorizationUrl() {
    return url() + "/o/oauth2/v2/auth";
  }

  /** Where the application exchanges codes and refresh tokens. */
  public String tokenUrl() {
    return url() + "/oauth2/token";
  }

  public String revocationUrl() {
    return url() + "/oauth2/revoke";
  }

  /** Checks tokens without the way over HTTP. */
  public AccessTokens accessTokens() {
    return bearer ->
        Future.succeededFuture(grants.live(bearer, clock.instant()).map(Grants.Live::access));
  }

  /**
   * Opens the authorization address as a browser would, and allows everything that is asked.
   *
   * @return where the browser is sent: the redirect address with {@code code} and {@code state}
   */
  public Future<URI> consent(String authorizationUrl, String email) {
    return walk(authorizationUrl, form -> form.add("email", email));
  }

  /** The same, but the user unticks every other scope. */
  public Future<URI> consent(String authorizationUrl, String email, List<String> scopes) {
    return walk(
        authorizationUrl, form -> form.add("email", email).remove("scope").add("scope", scopes));
  }

  /** The user refuses: {@code error=access_denied}. */
  public Future<URI> refuse(String authorizationUrl) {
    return walk(authorizationUrl, form -> form.add("deny", "yes"));
  }

  private Future<URI> walk(String authorizationUrl, UnaryOperator<MultiMap> filledIn) {
    return browser
        .getAbs(authorizationUrl)
        .send()
        .map(HttpResponse::bodyAsString)
        .map(page -> filledIn.apply(form(page)))
        .compose(form -> browser.postAbs(url() + "/o/oauth2/v2/auth/callback").sendForm(form))
        .map(answer -> URI.create(answer.getHeader("Location")));
  }

  private static MultiMap form(String page) {
    Matcher request = REQUEST.matcher(page);
    if (!request.find()) {
      throw new IllegalStateException("no consent page but: " + page);
    }
    MultiMap form = MultiMap.caseInsensitiveMultiMap().add("request", request.group(1));
    for (Matcher scope = SCOPE.matcher(page); scope.find(); ) {
      form.add("scope", scope.group(1));
    }
    return form;
  }

  /** The user withdraws in the Google account: every token of the account ends. */
  public Future<Void> withdraw(String email) {
    return tokens.revokeAll(email);
  }

  /** An hour passes for access tokens; refresh tokens stay. */
  public void expireAccessTokens() {
    grants.expireAccessTokens();
  }

  /** Whether the application holds anything that still counts for the account. */
  public boolean isGranted(String email) {
    return grants.isGranted(email, clock.instant());
  }

  public Future<Void> close() {
    browser.close();
    emulator.close();
    return Future.join(server.close(), process.stop()).mapEmpty();
  }
}
