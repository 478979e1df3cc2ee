package io.permanence.identity;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request and refuses what another site could have sent: methods that change
 * something need the header {@code X-Permanence}. It lets requests without a session pass; ask
 * {@link #required} where one is needed.
 */
public final class SessionHandler implements Handler<RoutingContext> {
  /** The header other sites cannot send. */
  public static final String HEADER = "X-Permanence";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String SESSION = ActiveSession.class.getName();
  private static final int LONGEST_TOKEN = 64;

  private final Identity identity;
  private final Realm realm;
  private final boolean tls;
  private final Clock clock;

  /** Reads sessions of one realm. */
  public SessionHandler(Identity identity, Realm realm, boolean tls, Clock clock) {
    this.identity = identity;
    this.realm = realm;
    this.tls = tls;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    if (!SAFE.contains(context.request().method())
        && !realm.word().equals(context.request().getHeader(HEADER))) {
      context.fail(realm.headerMissing().exception());
      return;
    }
    Optional<String> token = token(context);
    if (token.isEmpty()) {
      context.next();
      return;
    }
    context.request().pause();
    identity
        .session(realm, token.get(), clock.instant())
        .onSuccess(
            session -> {
              context.request().resume();
              session.ifPresent(active -> context.put(SESSION, active));
              context.next();
            })
        .onFailure(
            failure -> {
              context.request().resume();
              context.fail(failure);
            });
  }

  /** The token in the request's cookie. */
  public Optional<String> token(RoutingContext context) {
    @Nullable Cookie cookie = context.request().getCookie(realm.cookie(tls));
    return Optional.ofNullable(cookie)
        .map(Cookie::getValue)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TOKEN);
  }

  /** Whose session the request belongs to, if it belongs to one. */
  public static Optional<ActiveSession> session(RoutingContext context) {
    return Optional.ofNullable(context.get(SESSION));
  }

  /**
   * Whose session the request belongs to.
   *
   * @param duringPasswordChange whether this may be done while the password is still temporary
   * @throws io.permanence.runtime.http.ProblemException 401 without a session, 403 before a
   *     temporary password was changed
   */
  public ActiveSession required(RoutingContext context, boolean duringPasswordChange) {
    ActiveSession session = session(context).orElseThrow(() -> realm.notSignedIn().exception());
    if (session.principal().mustChangePassword() && !duringPasswordChange) {
      throw realm.passwordChangeDue().exception();
    }
    return session;
  }

  /** Gives the browser a session's cookie, and this request its session. */
  public void setCookie(RoutingContext context, SessionToken token, ActiveSession session) {
    context.put(SESSION, session);
    context.response().addCookie(cookie(token.text()).setMaxAge(realm.absolute().toSeconds()));
  }

  /** Takes the cookie back. */
  public void clearCookie(RoutingContext context) {
    context.response().addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(realm.cookie(tls), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(tls)
        .setSameSite(CookieSameSite.STRICT);
  }
}
