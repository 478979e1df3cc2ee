package io.permanence.testing.standin.inbox;

import io.permanence.testing.standin.http.JsonBody;
import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inbox over HTTP: the page, the JSON and the control path of the package's description. */
public final class InboxSite {
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'";

  private final Inbox inbox;
  private final SmtpFaults faults;
  private final ZoneId zone;

  private InboxSite(Inbox inbox, SmtpFaults faults, ZoneId zone) {
    this.inbox = inbox;
    this.faults = faults;
    this.zone = zone;
  }

  /**
   * Listens on {@code port}, or on a free one when it is 0.
   *
   * @param zone in which the page prints times
   */
  public static Future<LoopbackServer> start(
      Vertx vertx, int port, Inbox inbox, SmtpFaults faults, ZoneId zone) {
    return LoopbackServer.listen(vertx, port, new InboxSite(inbox, faults, zone).router(vertx));
  }

  private Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(InboxSite::secure);
    router.get("/").handler(context -> redirect(context, "/inbox"));
    router.get("/inbox").handler(this::page);
    router.get("/inbox/:id/html").handler(this::formatted);
    router.post("/inbox/clear").handler(this::clearFromPage);
    router.get("/inbox.css").handler(context -> file(context, "inbox.css", "text/css"));
    router.get("/inbox.js").handler(context -> file(context, "inbox.js", "text/javascript"));
    router.get("/api/messages").handler(this::list);
    router.get("/api/messages/:id").handler(this::one);
    router.delete("/api/messages").handler(this::clear);
    router.get("/api/live").handler(this::live);
    router
        .put("/control/smtp/faults/:recipient")
        .handler(BodyHandler.create(false).setBodyLimit(10_000))
        .handler(this::refuse);
    router.delete("/control/smtp/faults").handler(this::endFaults);
    return router;
  }

  private static void secure(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", PAGE_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store");
    context.next();
  }

  private void page(RoutingContext context) {
    var words =
        InboxWords.of(
            context.request().getParam("lang", ""),
            Objects.requireNonNullElse(context.request().getHeader("Accept-Language"), ""));
    Channel channel = Channel.of(context.request().getParam("channel", "")).orElse(null);
    String html =
        InboxPage.render(inbox.find(new InboxFilter(channel, null, null)), words, zone, channel);
    context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(html);
  }

  private void formatted(RoutingContext context) {
    Optional<String> html = inbox.byId(context.pathParam("id")).map(InboxMessage::html);
    context.response().putHeader("Content-Security-Policy", MAIL_POLICY);
    html.ifPresentOrElse(
        text -> context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(text),
        () -> problem(context, 404, "not-found", "There is no such message."));
  }

  private void list(RoutingContext context) {
    String channelWord = context.request().getParam("channel");
    String sinceText = context.request().getParam("since");
    Channel channel = channelWord == null ? null : Channel.of(channelWord).orElse(null);
    if (channelWord != null && channel == null) {
      problem(context, 400, "invalid-parameter", "channel is one of email, sms, push");
      return;
    }
    Instant since = sinceText == null ? null : instant(sinceText);
    if (sinceText != null && since == null) {
      problem(context, 400, "invalid-parameter", "since is a time like 2026-11-22T10:00:00Z");
      return;
    }
    var found = new JsonArray();
    inbox
        .find(new InboxFilter(channel, context.request().getParam("to"), since))
        .forEach(message -> found.add(message.toJson()));
    context.json(found);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }

  private void one(RoutingContext context) {
    inbox
        .byId(context.pathParam("id"))
        .ifPresentOrElse(
            message -> context.json(message.toJson()),
            () -> problem(context, 404, "not-found", "There is no such message."));
  }

  private void clear(RoutingContext context) {
    inbox.clear();
    context.response().setStatusCode(204).end();
  }

  private void clearFromPage(RoutingContext context) {
    inbox.clear();
    redirect(context, "/inbox");
  }

  private void live(RoutingContext context) {
    var response = context.response();
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.write(": here\n\n");
    var loop = context.vertx().getOrCreateContext();
    Runnable stop =
        inbox.onMessage(
            message -> loop.runOnContext(now -> response.write("data: " + message.id() + "\n\n")));
    response.closeHandler(closed -> stop.run());
  }

  private void refuse(RoutingContext context) {
    var body = JsonBody.read(context.body().buffer());
    try {
      faults.refuse(
          context.pathParam("recipient"),
          body.map(json -> json.path("reply").asText()).orElse(""),
          body.map(json -> json.path("times").asInt(1)).orElse(1));
      context.response().setStatusCode(204).end();
    } catch (IllegalArgumentException wrong) {
      problem(context, 400, "invalid-body", String.valueOf(wrong.getMessage()));
    }
  }

  private void endFaults(RoutingContext context) {
    faults.clear();
    context.response().setStatusCode(204).end();
  }

  private static void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  private static void file(RoutingContext context, String name, String type) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=utf-8")
        .sendFile("io/permanence/testing/standin/inbox/" + name);
  }

  private static void problem(RoutingContext context, int status, String type, String detail) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", type)
                .put("status", status)
                .put("detail", detail)
                .encode());
  }
}
