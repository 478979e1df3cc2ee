package io.permanence.callrouter.console.telephone;

import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * Carries the browser telephone's SIP through the console's own origin: only with a session, only
 * the sub-protocol {@code sip}, frame by frame to Asterisk's WebSocket on this machine and back.
 */
public final class SipForwarding {
  private static final String SIP = "sip";
  private static final int LARGEST_FRAME = 1 << 16;

  private final WebSocketClient client;
  private final TelephoneSettings settings;
  private final Gate gate;
  private final Predicate<RoutingContext> fromElsewhere;

  /** Forwards to the WebSocket of those settings. */
  public SipForwarding(
      Vertx vertx, TelephoneSettings settings, Gate gate, Predicate<RoutingContext> fromElsewhere) {
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(HttpClientOptions.DEFAULT_MAX_POOL_SIZE * 100)
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME)
                .setConnectTimeout(2_000));
    this.settings = settings;
    this.gate = gate;
    this.fromElsewhere = fromElsewhere;
  }

  /** Mounts the route. */
  public void mount(Router router) {
    router.get("/telephone").handler(this::open);
  }

  private void open(RoutingContext context) {
    gate.enter(context, Operation.CHOOSE_TELEPHONE);
    String protocols = context.request().getHeader("Sec-WebSocket-Protocol");
    boolean sip = protocols != null && List.of(protocols.split("\\s*,\\s*")).contains(SIP);
    if (!sip || fromElsewhere.test(context)) {
      context.fail(sip ? 403 : 400);
      return;
    }
    context.request().pause();
    client
        .connect(
            new WebSocketConnectOptions()
                .setHost(settings.webSocketHost())
                .setPort(settings.webSocketPort())
                .setURI("/ws")
                .addSubProtocol(SIP))
        .onSuccess(asterisk -> accept(context, asterisk))
        .onFailure(
            failure -> {
              context.request().resume();
              context.fail(502);
            });
  }

  private static void accept(RoutingContext context, WebSocket asterisk) {
    asterisk.pause();
    context
        .request()
        .toWebSocket()
        .onSuccess(browser -> join(browser, asterisk))
        .onFailure(
            failure -> {
              asterisk.close();
              context.fail(400);
            });
  }

  private static void join(ServerWebSocket browser, WebSocket asterisk) {
    carry(browser, asterisk);
    carry(asterisk, browser);
    asterisk.resume();
  }

  private static void carry(WebSocketBase from, WebSocketBase to) {
    from.textMessageHandler(to::writeTextMessage);
    from.binaryMessageHandler(to::writeBinaryMessage);
    from.closeHandler(ignored -> to.close());
    from.exceptionHandler(ignored -> to.close());
  }
}
