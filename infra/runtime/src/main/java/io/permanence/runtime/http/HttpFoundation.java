package io.permanence.runtime.http;

import io.permanence.model.id.Id;
import io.permanence.store.Refusals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.validation.BadRequestException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What both HTTP servers stand on: limits, security headers on every answer, problems instead of
 * stack traces.
 */
public final class HttpFoundation {
  /** The largest request body, in bytes. */
  public static final long LARGEST_BODY = 1 << 20;

  private static final Logger log = LoggerFactory.getLogger(HttpFoundation.class);
  private static final int LONGEST_URI = 4096;
  private static final int LARGEST_HEADERS = 16_384;
  private static final int LARGEST_WEBSOCKET_MESSAGE = 1 << 18;
  private static final int IDLE_SECONDS = 75;

  /** Content security policy of the pages: everything from here, nothing inline. */
  public static final String CONTENT_SECURITY_POLICY = contentSecurityPolicy(List.of());

  /** A year: whoever came over TLS once comes over TLS. A proxy that ends TLS says so itself. */
  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private HttpFoundation() {}

  /**
   * The policy for pages that also talk to others.
   *
   * @param alsoAsked origins; WebSockets of the page's own origin are {@code 'self'}
   */
  public static String contentSecurityPolicy(List<String> alsoAsked) {
    String asked =
        String.join(" ", Stream.concat(Stream.of("'self'"), alsoAsked.stream()).toList());
    return "default-src 'self'; script-src 'self'; style-src 'self'; connect-src "
        + asked
        + "; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; worker-src 'self'; "
        + "manifest-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
        + "form-action 'self'";
  }

  /** Server options with our limits, bound to a host and port. */
  public static HttpServerOptions options(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setMaxInitialLineLength(LONGEST_URI)
        .setMaxHeaderSize(LARGEST_HEADERS)
        .setIdleTimeout(IDLE_SECONDS)
        .setHttp2ClearTextEnabled(false) // no browser speaks it
        .setMaxWebSocketMessageSize(LARGEST_WEBSOCKET_MESSAGE)
        .setMaxWebSocketFrameSize(LARGEST_WEBSOCKET_MESSAGE)
        .setCompressionSupported(true)
        .setHandle100ContinueAutomatically(true);
  }

  /** A router whose every answer has the security headers and whose every failure is a problem. */
  public static Router router(Vertx vertx) {
    return router(vertx, List.of());
  }

  /**
   * The same for pages that also talk to others.
   *
   * @param alsoAsked origins
   */
  public static Router router(Vertx vertx, List<String> alsoAsked) {
    String policy = contentSecurityPolicy(alsoAsked);
    Router router = Router.router(vertx);
    router.route().handler(context -> securityHeaders(context, policy));
    router.route().handler(HttpFoundation::refuseUnreadable);
    router.route().failureHandler(HttpFoundation::fail);
    return router;
  }

  /** Reads bodies up to {@link #LARGEST_BODY}; mount it after handlers that pause the request. */
  public static BodyHandler bodies() {
    return BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
  }

  /** Starts the server; what is malformed below HTTP gets a plain 400 and a closed connection. */
  public static Future<HttpServer> listen(Vertx vertx, HttpServerOptions options, Router router) {
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .connectionHandler(UnknownVersion::refuse)
        .exceptionHandler(failure -> log.debug("connection: {}", failure.getClass().getName()))
        .listen();
  }

  /** Sends a value as JSON. */
  public static Future<Void> json(RoutingContext context, int status, Object value) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(value));
  }

  /** Sends a recording, or the part of it that was asked for; nothing keeps it on the way. */
  public static Future<Void> wav(RoutingContext context, Buffer wav) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("Content-Type", "audio/wav")
            .putHeader("Cache-Control", "no-store")
            .putHeader("Accept-Ranges", "bytes")
            .putHeader("Content-Encoding", "identity"); // parts are counted in bytes of the file
    return switch (ByteRange.of(context.request().getHeader("Range"), wav.length())) {
      case ByteRange.Wish.Whole whole -> response.setStatusCode(200).end(wav);
      case ByteRange.Wish.Part(ByteRange part) ->
          response
              .setStatusCode(206)
              .putHeader(
                  "Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + wav.length())
              .end(wav.slice(part.from(), part.to() + 1));
      case ByteRange.Wish.Beyond beyond ->
          response.setStatusCode(416).putHeader("Content-Range", "bytes */" + wav.length()).end();
    };
  }

  /** Sends a problem. */
  public static Future<Void> problem(RoutingContext context, Problem problem) {
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> context.response().putHeader("Retry-After", seconds.toString()));
    return problem(context, problem.status(), problem);
  }

  /** Sends a problem that tells more than a {@link Problem}. */
  public static Future<Void> problem(RoutingContext context, int status, Object problem) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(Json.write(problem));
  }

  private static void securityHeaders(RoutingContext context, String policy) {
    if (context.request().isSSL()) {
      context.response().putHeader("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    context
        .response()
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
    context.next();
  }

  /** A path or a query that cannot be decoded; the router would only find out in the middle. */
  private static void refuseUnreadable(RoutingContext context) {
    try {
      context.normalizedPath();
      context.request().params();
    } catch (IllegalArgumentException e) {
      context.fail(400);
      return;
    }
    context.next();
  }

  private static void fail(RoutingContext context) {
    if (context.response().ended() || context.response().headWritten()) {
      context.response().reset();
      return;
    }
    problem(context, problemOf(context));
  }

  private static Problem problemOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException carried) {
      return carried.problem();
    }
    if (failure instanceof BadRequestException bad) {
      return Malformed.problem(bad);
    }
    if (failure instanceof ValidatorException bad) {
      return Malformed.problem(bad);
    }
    if (failure != null && Refusals.isConflict(failure)) {
      log.info("conflict at {}", operation(context));
      return Problem.contradictsState();
    }
    if (failure != null && Refusals.isBrokenRule(failure)) {
      log.warn("a rule of a table at {}", operation(context));
      return Problem.invalid(List.of());
    }
    int status =
        failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
    if (status >= 400 && status < 500) {
      return ofStatus(status);
    }
    if (failure instanceof HttpClosedException && !context.request().isEnded()) {
      return ofStatus(400); // hung up in the middle of the request: nobody hears this
    }
    if (Outage.is(failure)) {
      log.warn("unavailable at {}", operation(context));
      return Problem.unavailable();
    }
    String incident = Id.next().toString();
    log.error("incident {} at {}", incident, operation(context), failure);
    return new Problem(
        "internal-error", "Something broke here; incident " + incident + ".", 500, List.of());
  }

  /** Method and path as we declare them, never as they were sent. */
  private static String operation(RoutingContext context) {
    String path = context.currentRoute() == null ? null : context.currentRoute().getPath();
    HttpMethod method = context.request().method();
    return (HttpMethod.values().contains(method) ? method.name() : "?")
        + " "
        + (path == null ? "-" : path);
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> Problem.unauthenticated();
      case 404 -> Problem.notFound();
      case 405 ->
          new Problem(
              "method-not-allowed", "This address does not take that method.", 405, List.of());
      case 413 ->
          new Problem(
              "body-too-large", "The body is larger than this server takes.", 413, List.of());
      case 415 -> new Problem("unsupported-media-type", "This address takes JSON.", 415, List.of());
      default -> new Problem("malformed-request", "The request cannot be read.", status, List.of());
    };
  }
}
