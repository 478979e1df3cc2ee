package io.permanence.identity;

import io.permanence.identity.PasswordRules.Verdict;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.Id;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.runtime.http.Outage;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Tx;
import io.permanence.store.account.Account;
import io.permanence.store.account.Accounts;
import io.permanence.store.account.Session;
import io.permanence.store.account.Sessions;
import io.permanence.store.account.SignInAttempts;
import io.permanence.store.account.SignInAttempts.Admission;
import io.permanence.store.account.TokenHash;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Signs people in and out (D1, S4). At most ten failures an hour and name, whether an account of
 * that name exists or not; an unknown name costs the same time as a wrong password.
 */
public final class Identity implements AutoCloseable {
  /** Failures allowed per name within {@link #PERIOD}. */
  public static final int MOST_FAILURES = 10;

  /** The time failures are counted over. */
  public static final Duration PERIOD = Duration.ofHours(1);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int HASHING_AT_ONCE = 2;
  private static final int HASHING_WAITING = 64;

  /**
   * So long somebody who is remembered waits for the database to say so: while it hangs, what she
   * asks for has to wait for it, too (R5).
   */
  private static final long KNOWN_WAITS_MILLIS = 1_000;

  /** Ten times the consoles of a large house. */
  private static final int SESSIONS_REMEMBERED = 5_000;

  private final Database database;
  private final SecondFactors secondFactors;
  private final Blocking hashing;
  private final String nobodysHash;
  private final SessionMemory memory = new SessionMemory(SESSIONS_REMEMBERED);

  /**
   * Hashes one password, so it takes a moment: construct it off the event loops or at start.
   *
   * @param database in identity's hands
   * @param sealer opens the secrets of second factors
   */
  public Identity(Vertx vertx, Database database, Sealer sealer) {
    this(vertx, database, sealer, false);
  }

  /**
   * The same.
   *
   * @param staffNeedSecondFactor whether the company's people sign in with a second factor only,
   *     and choose one when they have none (D1)
   */
  public Identity(Vertx vertx, Database database, Sealer sealer, boolean staffNeedSecondFactor) {
    this.database = database;
    this.secondFactors = new SecondFactors(sealer, staffNeedSecondFactor);
    this.hashing = new Blocking(vertx, "passwords", HASHING_AT_ONCE, HASHING_WAITING);
    this.nobodysHash = Argon2id.hash(SessionToken.random().text());
  }

  /** Makes an account; fails when the sign-in name is taken. */
  public Future<AccountId> create(NewAccount wish, Instant now) {
    return hashing
        .call(() -> Argon2id.hash(PasswordRules.normal(wish.password())))
        .compose(
            hash -> {
              Account account =
                  new Account(
                      wish.id(),
                      normal(wish.signIn()),
                      hash,
                      wish.temporary(),
                      wish.totpSecret().map(secret -> secondFactors.sealed(secret, wish.id())),
                      wish.role(),
                      wish.customer(),
                      wish.language(),
                      now,
                      Optional.empty());
              return database.acrossCustomers(tx -> Accounts.add(tx, account)).map(wish.id());
            });
  }

  /** Checks credentials and opens a session. */
  public Future<SignIn> signIn(Realm realm, SignIn.Credentials typed, Instant now) {
    String name = normal(typed.user());
    return database
        .acrossCustomers(
            tx ->
                admit(tx, name, now)
                    .compose(
                        admission ->
                            Accounts.bySignIn(tx, name)
                                .map(account -> new Attempt(admission, account))))
        .compose(
            attempt ->
                switch (attempt.admission()) {
                  case Admission.Refused refused ->
                      Future.succeededFuture(new SignIn.TooManyAttempts(refused.retryIn()));
                  case Admission.Admitted admitted ->
                      verify(realm, typed, attempt.account(), now)
                          .compose(checked -> conclude(realm, admitted, checked, now));
                })
        .onSuccess(
            result -> {
              if (result instanceof SignIn.SignedIn in) {
                remember(realm, in.token(), in.session(), now);
              }
            });
  }

  private void remember(Realm realm, SessionToken token, ActiveSession session, Instant now) {
    if (realm.outlastsDatabase()) {
      memory.keep(token.hash(), session, memory.asked(), now);
    }
  }

  private record Attempt(Admission admission, Optional<Account> account) {}

  private Future<Checked> verify(
      Realm realm, SignIn.Credentials typed, Optional<Account> found, Instant now) {
    Optional<Account> account =
        found.filter(a -> a.disabledAt().isEmpty() && realm.admits(a.role()));
    String hash = account.map(Account::passwordHash).orElse(nobodysHash);
    return hashing
        .call(() -> Argon2id.matches(PasswordRules.normal(typed.password()), hash))
        .map(
            right ->
                right && account.isPresent()
                    ? secondFactors.check(account.get(), typed, now)
                    : new Checked.Not(new SignIn.WrongCredentials(), true));
  }

  private Future<SignIn> conclude(
      Realm realm, Admission.Admitted admitted, Checked checked, Instant now) {
    return switch (checked) {
      case Checked.Not not when not.failure() -> Future.succeededFuture(not.answer());
      case Checked.Not not ->
          database
              .acrossCustomers(tx -> SignInAttempts.takeBack(tx, admitted.attempt()))
              .map(not.answer());
      case Checked.Right right ->
          database.acrossCustomers(
              tx ->
                  enrolled(tx, right)
                      .compose(kept -> kept ? codeUsed(tx, right) : Future.succeededFuture(false))
                      .compose(
                          fresh ->
                              fresh
                                  ? SignInAttempts.takeBack(tx, admitted.attempt())
                                      .compose(done -> Accounts.byId(tx, right.account().id()))
                                      .compose(
                                          account -> open(tx, realm, account.orElseThrow(), now))
                                  : Future.succeededFuture(new SignIn.WrongSecondFactor())));
    };
  }

  /** Keeps a new second factor; false when the account has one by now. */
  private Future<Boolean> enrolled(Tx tx, Checked.Right right) {
    return right
        .enrolled()
        .map(
            secret ->
                Accounts.enrol(
                    tx, right.account().id(), secondFactors.sealed(secret, right.account().id())))
        .orElse(Future.succeededFuture(true));
  }

  private static Future<Boolean> codeUsed(Tx tx, Checked.Right right) {
    return right.codeStep().isEmpty()
        ? Future.succeededFuture(true)
        : Accounts.useCode(tx, right.account().id(), right.codeStep().getAsLong());
  }

  private static Future<SignIn> open(Tx tx, Realm realm, Account account, Instant now) {
    SessionToken token = SessionToken.random();
    return newSession(tx, realm, token, account, now)
        .map(session -> new SignIn.SignedIn(token, session));
  }

  private static Future<ActiveSession> newSession(
      Tx tx, Realm realm, SessionToken token, Account account, Instant now) {
    Session session =
        new Session(token.hash(), account, realm.name(), now, now, now.plus(realm.absolute()));
    return Sessions.add(
            tx, session.tokenHash(), account.id(), realm.name(), now, session.expiresAt())
        .map(added -> ActiveSession.of(session, realm, now));
  }

  /**
   * The session of a cookie's token, unless it is over; counts as a use of it. A console's session
   * is believed from memory while the database is away, at most as long as it may be unused (A12).
   */
  public Future<Optional<ActiveSession>> session(Realm realm, String token, Instant now) {
    TokenHash presented = new SessionToken(token).hash();
    long asked = memory.asked();
    Future<Optional<ActiveSession>> read =
        database.acrossCustomers(
            tx ->
                Sessions.find(tx, presented, realm.name())
                    .compose(found -> inTime(tx, realm, found, now)));
    return realm.outlastsDatabase() ? remembered(read, presented, asked, now) : read;
  }

  private Future<Optional<ActiveSession>> remembered(
      Future<Optional<ActiveSession>> read, TokenHash token, long asked, Instant now) {
    read.onSuccess(
        found ->
            found.ifPresentOrElse(
                session -> memory.keep(token, session, asked, now), () -> memory.unknown(token)));
    Future<Optional<ActiveSession>> inTime =
        memory.recall(token, now).isPresent()
            ? read.timeout(KNOWN_WAITS_MILLIS, TimeUnit.MILLISECONDS)
            : read;
    return inTime.recover(
        failure -> {
          boolean away = failure instanceof TimeoutException || Outage.is(failure);
          Optional<ActiveSession> known = away ? memory.recall(token, now) : Optional.empty();
          return known.isPresent() ? Future.succeededFuture(known) : Future.failedFuture(failure);
        });
  }

  private static Future<Optional<ActiveSession>> inTime(
      Tx tx, Realm realm, Optional<Session> found, Instant now) {
    Optional<Session> session =
        found
            .filter(s -> now.isBefore(s.expiresAt()))
            .filter(s -> now.isBefore(s.seenAt().plus(realm.idle())));
    if (session.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Future<Void> noted =
        now.isBefore(session.get().seenAt().plus(SEEN_EVERY))
            ? Future.succeededFuture()
            : Sessions.seen(tx, session.get().tokenHash(), now);
    return noted.map(done -> Optional.of(ActiveSession.of(session.get(), realm, now)));
  }

  /** Ends a session. While the database is away it ends here only, and the answer is a failure. */
  public Future<Void> signOut(String token) {
    TokenHash ending = new SessionToken(token).hash();
    memory.end(ending);
    return database
        .acrossCustomers(tx -> Sessions.end(tx, ending))
        .onSuccess(ended -> memory.end(ending)); // and what was asked for in between
  }

  /** Changes the password of who is signed in; every other session of the account ends. */
  public Future<PasswordChange> changePassword(
      Realm realm, Principal who, String current, String next, Instant now) {
    return database
        .acrossCustomers(
            tx ->
                Accounts.byId(tx, who.accountId())
                    .map(Optional::orElseThrow)
                    .compose(
                        account ->
                            admit(tx, account.signIn(), now)
                                .map(admission -> new Attempt(admission, Optional.of(account)))))
        .compose(
            attempt ->
                switch (attempt.admission()) {
                  case Admission.Refused refused ->
                      Future.succeededFuture(new PasswordChange.TooManyAttempts(refused.retryIn()));
                  case Admission.Admitted admitted ->
                      change(realm, attempt.account().orElseThrow(), admitted, current, next, now);
                });
  }

  private Future<PasswordChange> change(
      Realm realm,
      Account account,
      Admission.Admitted admitted,
      String current,
      String next,
      Instant now) {
    return hashing
        .call(() -> Argon2id.matches(PasswordRules.normal(current), account.passwordHash()))
        .compose(
            right -> {
              if (!right) {
                return Future.succeededFuture(new PasswordChange.WrongCurrent());
              }
              return database
                  .acrossCustomers(tx -> SignInAttempts.takeBack(tx, admitted.attempt()))
                  .compose(done -> judged(account, current, next))
                  .compose(
                      verdict ->
                          switch (verdict) {
                            case Verdict.Refused refused ->
                                Future.succeededFuture(
                                    new PasswordChange.Refused(refused.rule(), refused.limit()));
                            case Verdict.Accepted accepted ->
                                keep(realm, account, accepted.password(), now);
                          });
            });
  }

  private Future<Verdict> judged(Account account, String current, String next) {
    return PasswordRules.normal(next).equals(PasswordRules.normal(current))
        ? Future.succeededFuture(new Verdict.Refused(PasswordRules.Rule.SAME_AS_BEFORE, 0))
        : hashing.call(
            () -> PasswordRules.judge(next, account.signIn(), account.totpSecret().isPresent()));
  }

  private Future<PasswordChange> keep(Realm realm, Account account, String password, Instant now) {
    return hashing
        .call(() -> Argon2id.hash(password))
        .compose(
            hash ->
                database.acrossCustomers(
                    tx ->
                        Accounts.setPassword(tx, account.id(), hash, false)
                            .compose(done -> Sessions.endAll(tx, account.id()))
                            .compose(ended -> Accounts.byId(tx, account.id()))
                            .compose(
                                changed -> {
                                  SessionToken token = SessionToken.random();
                                  return newSession(tx, realm, token, changed.orElseThrow(), now)
                                      .map(session -> new PasswordChange.Changed(token, session));
                                })))
        .<PasswordChange>map(
            changed -> {
              memory.endAll(account.id());
              remember(realm, changed.token(), changed.session(), now);
              return changed;
            });
  }

  /** Sets the language somebody is spoken to in: {@code fr} or {@code en}. */
  public Future<Void> setLanguage(AccountId account, String language) {
    return database.acrossCustomers(tx -> Accounts.setLanguage(tx, account, language));
  }

  /** Forgets sessions that are over and failures that no longer count; call it now and then. */
  public Future<Void> sweep(Instant now) {
    return database.acrossCustomers(
        tx ->
            Sessions.sweep(tx, now)
                .compose(swept -> SignInAttempts.sweep(tx, now.minus(PERIOD)))
                .mapEmpty());
  }

  private static Future<Admission> admit(Tx tx, String name, Instant now) {
    return SignInAttempts.admit(
        tx, SessionToken.sha256(name), Id.next(), MOST_FAILURES, PERIOD, now);
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    hashing.close();
  }
}
