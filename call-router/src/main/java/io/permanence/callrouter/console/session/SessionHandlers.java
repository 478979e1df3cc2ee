package io.permanence.callrouter.console.session;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.console.people.Roster;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.identity.Identity;
import io.permanence.identity.PasswordChange;
import io.permanence.identity.Realm;
import io.permanence.identity.SessionHandler;
import io.permanence.identity.SignIn;
import io.permanence.model.id.AccountId;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sign-in, sign-out, who am I, change of language and password. */
public final class SessionHandlers {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final int LONGEST_USER = 254;
  private static final int LONGEST_PASSWORD = 256;
  private static final int CODE_LENGTH = 6;
  private static final int LONGEST_ENROLMENT = 400;

  private final Identity identity;
  private final SessionHandler sessions;
  private final Gate gate;
  private final Roster roster;
  private final Desk desk;
  private final Clock clock;
  private final Consumer<ActiveSession> left;
  private final BiConsumer<ActiveSession, PasswordChange.Changed> exchanged;

  /**
   * Handlers of the console's sessions.
   *
   * @param left told when somebody signs out: her telephone and live connection die with the
   *     session
   * @param exchanged told when a new password has ended all sessions but this one, which goes on as
   *     another
   */
  public SessionHandlers(
      Identity identity,
      SessionHandler sessions,
      Gate gate,
      Roster roster,
      Desk desk,
      Clock clock,
      Consumer<ActiveSession> left,
      BiConsumer<ActiveSession, PasswordChange.Changed> exchanged) {
    this.identity = identity;
    this.sessions = sessions;
    this.gate = gate;
    this.roster = roster;
    this.desk = desk;
    this.clock = clock;
    this.left = left;
    this.exchanged = exchanged;
  }

  /** Mounts the routes. */
  public void mount(Router router) {
    router.post("/session").handler(this::signIn);
    router.delete("/session").handler(gate.handle(Operation.SIGN_OUT, this::signOut));
    router
        .get("/me")
        .handler(
            gate.read(Operation.GET_ME, (session, context) -> Future.succeededFuture(me(session))));
    router.patch("/me").handler(gate.read(Operation.CHANGE_ME, this::changeMe));
    router
        .post("/me/password")
        .handler(gate.handle(Operation.CHANGE_PASSWORD, this::changePassword));
  }

  private void signIn(RoutingContext context) {
    Fields fields = Fields.of(Gate.body(context));
    String user = fields.text("user", 1, LONGEST_USER);
    String password = fields.text("password", 1, LONGEST_PASSWORD);
    Optional<String> code = fields.maybeText("code", CODE_LENGTH, CODE_LENGTH);
    Optional<String> enrolment = fields.maybeText("enrolment", 1, LONGEST_ENROLMENT);
    fields.done();
    if (code.isPresent() && !CODE.matcher(code.get()).matches()) {
      throw Problem.invalid("code", "not-a-code").exception();
    }
    Optional<String> before = sessions.token(context);
    identity
        .signIn(
            Realm.CONSOLE, new SignIn.Credentials(user, password, code, enrolment), clock.instant())
        .compose(
            result ->
                result instanceof SignIn.SignedIn && before.isPresent()
                    ? identity.signOut(before.get()).map(result)
                    : Future.succeededFuture(result))
        .compose(result -> answer(context, user, result))
        .onFailure(context::fail);
  }

  private Future<Void> answer(RoutingContext context, String user, SignIn result) {
    return switch (result) {
      case SignIn.SignedIn in -> signedIn(context, in);
      case SignIn.WrongCredentials wrong -> refused("sign-in-refused", "Sign-in refused.");
      case SignIn.SecondFactorRequired required ->
          refused("second-factor-required", "The one-time code is needed too.");
      case SignIn.EnrolmentRequired offer ->
          HttpFoundation.problem(context, 401, EnrolmentProblem.of(offer, user));
      case SignIn.WrongSecondFactor wrong ->
          refused("second-factor-refused", "The one-time code is wrong or used up.");
      case SignIn.TooManyAttempts tooMany ->
          Future.failedFuture(Problem.tooMany("Too many attempts.", tooMany.retryIn()).exception());
    };
  }

  private Future<Void> signedIn(RoutingContext context, SignIn.SignedIn in) {
    if (!Operation.GET_ME.open(in.session().principal().role())) {
      return identity
          .signOut(in.token().text())
          .compose(
              out ->
                  Future.failedFuture(
                      Problem.forbidden("role-forbids", "The console is for secretaries.")
                          .exception()));
    }
    return roster
        .refresh(desk)
        .otherwiseEmpty()
        .compose(
            known -> {
              sessions.setCookie(context, in.token(), in.session());
              return HttpFoundation.json(context, 200, me(in.session()));
            });
  }

  private static Future<Void> refused(String type, String title) {
    return Future.failedFuture(Problem.unauthenticated(type, title).exception());
  }

  private Future<Answer> signOut(ActiveSession session, RoutingContext context) {
    left.accept(session);
    return sessions
        .token(context)
        .map(identity::signOut)
        .orElseGet(Future::succeededFuture)
        .map(
            done -> {
              sessions.clearCookie(context);
              return new Answer.Nothing();
            });
  }

  private MeView me(ActiveSession session) {
    return me(session, session.language());
  }

  private MeView me(ActiveSession session, String language) {
    AccountId account = session.principal().accountId();
    return new MeView(
        account.toString(),
        session.user(),
        roster.name(account).orElse(session.user()),
        session.principal().role().name().toLowerCase(Locale.ROOT),
        roster.teamOf(account),
        language,
        session.principal().mustChangePassword(),
        session.secondFactor());
  }

  private Future<MeView> changeMe(ActiveSession session, RoutingContext context) {
    Fields fields = Fields.of(Gate.body(context));
    String language = fields.choice("language", Set.of("fr", "en"));
    fields.done();
    return identity
        .setLanguage(session.principal().accountId(), language)
        .map(done -> me(session, language));
  }

  private Future<Answer> changePassword(ActiveSession session, RoutingContext context) {
    Fields fields = Fields.of(Gate.body(context));
    String current = fields.text("currentPassword", 1, LONGEST_PASSWORD);
    String next = fields.text("newPassword", 1, LONGEST_PASSWORD);
    fields.done();
    return identity
        .changePassword(Realm.CONSOLE, session.principal(), current, next, clock.instant())
        .compose(
            result ->
                switch (result) {
                  case PasswordChange.Changed changed -> {
                    sessions.setCookie(context, changed.token(), changed.session());
                    exchanged.accept(session, changed);
                    yield Future.<Answer>succeededFuture(new Answer.Nothing());
                  }
                  case PasswordChange.WrongCurrent wrong ->
                      passwordRefused("currentPassword", "current-password-wrong", 0);
                  case PasswordChange.Refused refused ->
                      passwordRefused(
                          "newPassword",
                          refused.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                          refused.limit());
                  case PasswordChange.TooManyAttempts tooMany ->
                      Future.failedFuture(
                          Problem.tooMany("Too many attempts.", tooMany.retryIn()).exception());
                });
  }

  private static Future<Answer> passwordRefused(String field, String rule, int limit) {
    Problem.Field broken =
        new Problem.Field(field, rule, limit > 0 ? Optional.of(limit) : Optional.empty());
    return Future.failedFuture(
        new Problem("password-refused", "The password breaks a rule.", 422, List.of(broken))
            .exception());
  }
}
