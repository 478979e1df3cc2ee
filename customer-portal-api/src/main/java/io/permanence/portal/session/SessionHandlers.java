package io.permanence.portal.session;

import io.permanence.identity.ActiveSession;
import io.permanence.identity.Identity;
import io.permanence.identity.PasswordChange;
import io.permanence.identity.Realm;
import io.permanence.identity.SessionHandler;
import io.permanence.identity.SignIn;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customers;
import io.permanence.store.device.Devices;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions of the app. */
public final class SessionHandlers {
  private static final String TOO_MANY = "Too many failures; wait before the next attempt.";

  private final Database database;
  private final Identity identity;
  private final SessionHandler sessions;

  /** Works on the portal's tables and through identity. */
  public SessionHandlers(Database database, Identity identity, SessionHandler sessions) {
    this.database = database;
    this.identity = identity;
    this.sessions = sessions;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of(
        "signIn", this::signIn,
        "getCurrentSession", this::current,
        "signOut", this::signOut,
        "updateAccount", this::update,
        "changePassword", this::changePassword);
  }

  private Future<Answer> signIn(Request request) {
    SignIn.Credentials credentials =
        new SignIn.Credentials(
            request.body().text("user"),
            request.body().text("password"),
            request.body().optional("totp"));
    return identity
        .signIn(Realm.APP, credentials, request.now())
        .compose(
            outcome ->
                switch (outcome) {
                  case SignIn.SignedIn in -> {
                    sessions.setCookie(request.context(), in.token(), in.session());
                    yield view(in.session()).map(view -> Answer.created(true, view));
                  }
                  case SignIn.WrongCredentials wrong ->
                      refuse("wrong-credentials", "User name or password is wrong.");
                  case SignIn.EnrolmentRequired staffOnly ->
                      refuse("wrong-credentials", "User name or password is wrong.");
                  case SignIn.SecondFactorRequired required ->
                      refuse("second-factor-required", "A one-time code is needed.");
                  case SignIn.WrongSecondFactor wrong ->
                      refuse("wrong-second-factor", "The one-time code is wrong.");
                  case SignIn.TooManyAttempts many ->
                      Future.failedFuture(Problem.tooMany(TOO_MANY, many.retryIn()).exception());
                });
  }

  private static Future<Answer> refuse(String type, String title) {
    return Future.failedFuture(Problem.unauthenticated(type, title).exception());
  }

  private Future<Answer> current(Request request) {
    return view(request.session()).map(Answer::ok);
  }

  private Future<SessionView> view(ActiveSession session) {
    return database.inTransaction(
        session.principal().customer().orElseThrow(), tx -> view(tx, session));
  }

  private static Future<SessionView> view(Tx tx, ActiveSession session) {
    return Customers.current(tx)
        .compose(
            customer ->
                Customers.person(tx, session.principal().accountId())
                    .map(person -> SessionView.of(session, customer, person)));
  }

  private Future<Answer> signOut(Request request) {
    Optional<String> token = sessions.token(request.context());
    sessions.clearCookie(request.context());
    return database
        .inTransaction(
            request.customer(),
            tx -> Devices.removeOfSession(tx, request.session().principal().sessionId()))
        .compose(done -> token.isEmpty() ? Future.succeededFuture() : identity.signOut(token.get()))
        .map(done -> Answer.nothing());
  }

  private Future<Answer> update(Request request) {
    ActiveSession session = request.session();
    Optional<String> language = request.body().optional("language");
    Future<Void> spoken =
        language.isEmpty()
            ? Future.succeededFuture()
            : identity.setLanguage(request.account(), language.get());
    boolean onboarded = request.body().optionalFlag("onboarded").orElse(false);
    return spoken
        .compose(
            done ->
                database.inTransaction(
                    request.customer(),
                    tx -> {
                      Future<Void> noted =
                          onboarded
                              ? Customers.onboarded(tx, request.account(), request.now())
                              : Future.succeededFuture();
                      return noted.compose(
                          ignored -> view(tx, language.map(session::speaking).orElse(session)));
                    }))
        .map(Answer::ok);
  }

  private Future<Answer> changePassword(Request request) {
    return identity
        .changePassword(
            Realm.APP,
            request.session().principal(),
            request.body().text("currentPassword"),
            request.body().text("newPassword"),
            request.now())
        .compose(
            outcome ->
                switch (outcome) {
                  case PasswordChange.Changed changed -> {
                    sessions.setCookie(request.context(), changed.token(), changed.session());
                    yield Future.succeededFuture(Answer.nothing());
                  }
                  case PasswordChange.WrongCurrent wrong ->
                      Future.failedFuture(Problem.invalid("currentPassword", "wrong").exception());
                  case PasswordChange.Refused refused ->
                      Future.failedFuture(Problem.invalid(List.of(broken(refused))).exception());
                  case PasswordChange.TooManyAttempts many ->
                      Future.failedFuture(Problem.tooMany(TOO_MANY, many.retryIn()).exception());
                });
  }

  private static Problem.Field broken(PasswordChange.Refused refused) {
    return new Problem.Field(
        "newPassword",
        refused.rule().word(),
        refused.limit() > 0 ? Optional.of(refused.limit()) : Optional.empty());
  }
}
