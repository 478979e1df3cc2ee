package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.identity.SessionHandler;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The WebSocket of a console: who may open it, and what it says. */
public final class LiveHandler {
  private static final int NOT_SIGNED_IN = 4401;
  private static final int NO_CLIENT_MESSAGE = 4400;
  private static final int LARGEST_FRAME = 1 << 16;
  private static final Set<String> TYPES =
      new LinkedHashSet<>(List.of("card-shown", "telephone-state", "ping"));
  private static final Set<String> KINDS = new LinkedHashSet<>(List.of("browser", "desk"));
  private static final Set<String> MICROPHONES =
      new LinkedHashSet<>(List.of("unknown", "granted", "denied", "missing"));

  private final LiveScreens screens;
  private final Desk desk;
  private final Clock clock;

  /** A handler for those screens. */
  public LiveHandler(LiveScreens screens, Desk desk, Clock clock) {
    this.screens = screens;
    this.desk = desk;
    this.clock = clock;
  }

  /** Mounts the route; before anything that reads bodies. */
  public void mount(Router router) {
    router.get("/live").handler(this::open);
  }

  /** Another site's page must not open our sockets with our cookie; not every tool sends Origin. */
  public static boolean isFromElsewhere(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    String host = context.request().getHeader("Host");
    return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
  }

  private void open(RoutingContext context) {
    if (isFromElsewhere(context)) {
      context.fail(Problem.forbidden("role-forbids", "Wrong origin.").exception());
      return;
    }
    Optional<ActiveSession> session =
        SessionHandler.session(context)
            .filter(active -> !active.principal().mustChangePassword())
            .filter(active -> Operation.OPEN_LIVE.open(active.principal().role()));
    context
        .request()
        .toWebSocket()
        .onSuccess(
            socket ->
                session.ifPresentOrElse(
                    active -> talk(socket, active), () -> socket.close((short) NOT_SIGNED_IN)))
        .onFailure(failure -> context.fail(400));
  }

  private void talk(ServerWebSocket socket, ActiveSession session) {
    Screen screen = new Screen(session, socket, clock.instant());
    socket.textMessageHandler(text -> hear(screen, text));
    socket.binaryMessageHandler(ignored -> screen.close(NO_CLIENT_MESSAGE, "body not-a-text"));
    socket.closeHandler(ignored -> screens.gone(screen));
    socket.exceptionHandler(ignored -> screens.gone(screen));
    screens.connected(screen);
  }

  private void hear(Screen screen, String text) {
    screen.heardAt = clock.instant();
    try {
      if (text.length() > LARGEST_FRAME) {
        throw Problem.invalid("body", "too-long").exception();
      }
      heard(screen, Fields.of(Buffer.buffer(text)));
    } catch (ProblemException malformed) {
      screen.close(NO_CLIENT_MESSAGE, reason(malformed.problem()));
    }
  }

  /** The first field and the rule it broke. */
  private static String reason(Problem problem) {
    return problem.errors().stream()
        .findFirst()
        .map(broken -> broken.field() + " " + broken.rule())
        .orElse(problem.type());
  }

  private void heard(Screen screen, Fields fields) {
    AccountId who = screen.session.principal().accountId();
    switch (fields.choice("type", TYPES)) {
      case "card-shown" -> {
        var offer = fields.id("offerId");
        CallId call = new CallId(fields.id("callId"));
        fields.time("shownAt");
        boolean hidden = fields.maybeFlag("hidden").orElse(false);
        fields.done();
        desk.cardShown(who, call, offer, !hidden);
      }
      case "telephone-state" -> {
        boolean browser = fields.choice("kind", KINDS).equals("browser");
        boolean registered = fields.flag("registered");
        boolean granted = fields.choice("microphone", MICROPHONES).equals("granted");
        fields.done();
        if (browser) {
          desk.browserTelephone(who, registered, granted);
        }
      }
      default -> {
        var sentAt = fields.time("sentAt");
        fields.done();
        screen.send(new Frames.Pong(sentAt));
      }
    }
  }
}
