package io.permanence.testing.standin.google.oauth;

import io.permanence.testing.standin.google.oauth.AuthorizationRequest.Reading;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The user's part: asks for consent as Google does, and sends the browser back. */
final class ConsentRoutes {
  private static final int OPEN_PAGES = 1_000;

  private final OAuthSeed seed;
  private final Clock clock;
  private final Grants grants;
  private final Emulator emulator;
  private final Map<String, AuthorizationRequest> pages =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AuthorizationRequest> eldest) {
          return size() > OPEN_PAGES;
        }
      };

  ConsentRoutes(OAuthSeed seed, Clock clock, Grants grants, Emulator emulator) {
    this.seed = seed;
    this.clock = clock;
    this.grants = grants;
    this.emulator = emulator;
  }

  void addTo(Router router) {
    router.get("/o/oauth2/v2/auth").handler(this::ask);
    router.post("/o/oauth2/v2/auth/callback").handler(this::decided);
  }

  private void ask(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", ConsentPage.policy());
    switch (AuthorizationRequest.read(context.queryParams(), seed.client())) {
      case Reading.Wrong wrong ->
          context
              .response()
              .setStatusCode(400)
              .end(ConsentPage.error(wrong.error(), wrong.detail()));
      case Reading.Sound sound -> {
        String id = UUID.randomUUID().toString();
        pages.put(id, sound.request());
        context.response().end(ConsentPage.render(id, sound.request(), seed));
      }
    }
  }

  private void decided(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    AuthorizationRequest request =
        pages.remove(Objects.requireNonNullElse(form.get("request"), ""));
    if (request == null) {
      page(context, "invalid_request", "This page was used already. Start again.");
      return;
    }
    List<String> ticked = form.getAll("scope");
    if (form.contains("deny") || !request.scopes().containsAll(ticked) || ticked.isEmpty()) {
      redirect(context, back(request, "error", "access_denied"));
      return;
    }
    String email = Objects.requireNonNullElse(form.get("email"), "");
    if (seed.user(email).isEmpty()) {
      page(context, "invalid_request", "There is no such account.");
      return;
    }
    List<String> granted = grants.withEarlier(ticked, email, request);
    emulator
        .consent(email, granted, request)
        .onSuccess(
            code -> {
              grants.codeIssued(code, email, granted, request, clock.instant());
              redirect(context, back(request, "code", code));
            })
        .onFailure(context::fail);
  }

  private static String back(AuthorizationRequest request, String name, String value) {
    String mark = URI.create(request.redirectUri()).getQuery() == null ? "?" : "&";
    String state = request.state().isEmpty() ? "" : "&state=" + encoded(request.state());
    return request.redirectUri() + mark + name + "=" + encoded(value) + state;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void redirect(RoutingContext context, String target) {
    context.response().setStatusCode(302).putHeader("Location", target).end();
  }

  private static void page(RoutingContext context, String error, String detail) {
    context
        .response()
        .setStatusCode(400)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(ConsentPage.error(error, detail));
  }
}
