package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.identity.SessionHandler;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.runtime.http.Problem;
import io.permanence.runtime.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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

  /** So often it is looked whether the session of an open console still holds. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final LiveScreens screens;
  private final Desk desk;
  private final Clock clock;
  private final SessionHandler sessions;
  private final Function<String, Future<Optional<ActiveSession>>> lookUp;
  private final Consumer<ActiveSession> ended;
  private final Function<AccountId, Future<Void>> takeUpTelephone;

  /**
   * A handler for those screens.
   *
   * @param lookUp the session of a token, which counts as a use of it; empty when it is over
   * @param ended told when the session of an open console is over before its time: the account was
   *     disabled, or somebody changed its password
   * @param takeUpTelephone makes the telephone hers that her browser has still, when the desk does
   *     not know of any
   */
  public LiveHandler(
      LiveScreens screens,
      Desk desk,
      Clock clock,
      SessionHandler sessions,
      Function<String, Future<Optional<ActiveSession>>> lookUp,
      Consumer<ActiveSession> ended,
      Function<AccountId, Future<Void>> takeUpTelephone) {
    this.screens = screens;
    this.desk = desk;
    this.clock = clock;
    this.sessions = sessions;
    this.lookUp = lookUp;
    this.ended = ended;
    this.takeUpTelephone = takeUpTelephone;
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
                    active -> talk(socket, active, sessions.token(context).orElse("")),
                    () -> socket.close((short) NOT_SIGNED_IN)))
        .onFailure(failure -> context.fail(400));
  }

  private void talk(ServerWebSocket socket, ActiveSession session, String token) {
    Screen screen = new Screen(session, token, socket, clock.instant());
    socket.textMessageHandler(text -> hear(screen, text));
    socket.binaryMessageHandler(ignored -> screen.close(NO_CLIENT_MESSAGE, "body not-a-text"));
    socket.closeHandler(ignored -> screens.gone(screen));
    socket.exceptionHandler(ignored -> screens.gone(screen));
    screens.connected(screen);
  }

  /** What a window says that another one has replaced meanwhile counts for nothing. */
  private void hear(Screen screen, String text) {
    if (!screens.isCurrent(screen)) {
      return;
    }
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
          browserTelephone(who, registered, granted);
        }
      }
      default -> {
        var sentAt = fields.time("sentAt");
        fields.done();
        screen.send(new Frames.Pong(sentAt));
        lookWhetherItHolds(screen);
      }
    }
  }

  private void browserTelephone(AccountId who, boolean registered, boolean granted) {
    boolean unknown =
        desk.secretary(who)
            .filter(state -> state.telephone().kind() == Telephone.Kind.NONE)
            .filter(state -> !(state.wish() instanceof SecretaryState.Wish.Off))
            .isPresent();
    if (registered && unknown) {
      takeUpTelephone.apply(who).onComplete(taken -> desk.browserTelephone(who, true, granted));
    } else {
      desk.browserTelephone(who, registered, granted);
    }
  }

  /** An open console uses its session, however quiet it is (D1); nothing is known for a moment. */
  private void lookWhetherItHolds(Screen screen) {
    Instant now = clock.instant();
    if (screen.lookedAt.plus(LOOK_EVERY).isAfter(now)) {
      return;
    }
    screen.lookedAt = now;
    String asked = screen.token;
    lookUp
        .apply(asked)
        .onSuccess(
            found -> {
              boolean over = found.isEmpty() && asked.equals(screen.token);
              if (over && screens.isCurrent(screen)) {
                ended.accept(screen.session);
              }
            });
  }
}
