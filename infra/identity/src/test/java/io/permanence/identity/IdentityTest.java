package io.permanence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.identity.PasswordRules.Rule;
import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final String PASSWORD = "quatre hiboux verts volent";
  private static final String OTHER = "une girafe mange du tilleul";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final Vertx VERTX = Vertx.vertx();
  private static final Database DATABASE =
      Mapping.open(VERTX, POSTGRES.settings(), Module.IDENTITY);
  private static final Identity IDENTITY = new Identity(VERTX, DATABASE, new Sealer(new byte[32]));
  private static int counter;

  @BeforeAll
  static void warm() {
    await(DATABASE.answers());
  }

  @AfterAll
  static void stop() {
    IDENTITY.close();
    await(DATABASE.close());
    await(VERTX.close());
  }

  @Test
  void whereStaffNeedASecondFactorTheFirstSignInSetsItUp() {
    String user = person(Role.SECRETARY);
    try (Identity strict = new Identity(VERTX, DATABASE, new Sealer(new byte[32]), true)) {
      SignIn.EnrolmentRequired offer =
          (SignIn.EnrolmentRequired) enrol(strict, user, Optional.empty(), Optional.empty(), NOON);
      Optional<String> back = Optional.of(offer.enrolment());
      assertThat(enrol(strict, user, Optional.of("000000"), back, NOON))
          .isEqualTo(new SignIn.WrongSecondFactor());
      String other = person(Role.SECRETARY);
      Optional<String> code = Optional.of(OneTimeCodes.code(offer.secret(), NOON));
      assertThat(enrol(strict, other, code, back, NOON))
          .isInstanceOf(SignIn.EnrolmentRequired.class);
      Instant late = NOON.plus(Enrolments.VALID);
      assertThat(
              enrol(strict, user, Optional.of(OneTimeCodes.code(offer.secret(), late)), back, late))
          .isInstanceOf(SignIn.EnrolmentRequired.class);
      SignIn.SignedIn in = (SignIn.SignedIn) enrol(strict, user, code, back, NOON);
      assertThat(in.session().secondFactor()).isTrue();
      assertThat(enrol(strict, user, Optional.empty(), back, NOON))
          .isEqualTo(new SignIn.SecondFactorRequired());
      assertThat(enrol(strict, user, code, back, NOON)).isEqualTo(new SignIn.WrongSecondFactor());
    }
  }

  private static SignIn enrol(
      Identity identity,
      String user,
      Optional<String> code,
      Optional<String> enrolment,
      Instant at) {
    return await(
        identity.signIn(
            Realm.CONSOLE, new SignIn.Credentials(user, PASSWORD, code, enrolment), at));
  }

  private static String person(Role role) {
    String user = "enrol" + counter++;
    await(
        IDENTITY.create(
            new NewAccount(
                AccountId.random(),
                user,
                PASSWORD,
                false,
                Optional.empty(),
                role,
                Optional.empty(),
                "fr"),
            NOON));
    return user;
  }

  @Test
  void theRightPasswordOpensASession() {
    String user = customer(false);
    SignIn.SignedIn in = (SignIn.SignedIn) signIn(user, PASSWORD, NOON);
    assertThat(session(in.token(), NOON.plusSeconds(60)))
        .hasValueSatisfying(
            session -> {
              assertThat(session.user()).isEqualTo(user);
              assertThat(session.principal().customer()).isPresent();
              assertThat(session.principal().mustChangePassword()).isFalse();
            });
    assertThat(
            POSTGRES.look(
                "select count(*) from directory_session where token_hash = ?",
                (Object) in.token().text().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .containsExactly("0");
  }

  @Test
  void theNameMayBeTypedInAnyCaseAndThePasswordOnAnyKeyboard() {
    String user = customer(false);
    assertThat(signIn(" " + user.toUpperCase(java.util.Locale.ROOT), PASSWORD, NOON))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void unknownNamesWrongPasswordsAndTheOtherApplicationsPeopleGetOneAnswer() {
    String user = customer(false);
    assertThat(signIn(user, OTHER, NOON)).isEqualTo(new SignIn.WrongCredentials());
    assertThat(signIn("nobody" + counter++, PASSWORD, NOON))
        .isEqualTo(new SignIn.WrongCredentials());
    assertThat(signIn(staff(Optional.empty()), PASSWORD, NOON))
        .isEqualTo(new SignIn.WrongCredentials());
  }

  @Test
  void anUnknownNameTakesAsLongAsAWrongPassword() {
    String user = customer(false);
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      Instant at = NOON.plus(Duration.ofHours(2L * i));
      known = Math.min(known, nanos(() -> signIn(user, OTHER, at)));
      unknown = Math.min(unknown, nanos(() -> signIn("nobody" + counter++, OTHER, at)));
    }
    assertThat((double) unknown / known).isBetween(0.6, 1.7);
  }

  @Test
  void afterTenFailuresAnHourEvenTheRightPasswordHasToWait() {
    for (String user : List.of(customer(false), "nobody" + counter++)) {
      for (int i = 0; i < Identity.MOST_FAILURES; i++) {
        assertThat(signIn(user, OTHER, NOON.plusSeconds(i)))
            .isEqualTo(new SignIn.WrongCredentials());
      }
      assertThat(signIn(user, PASSWORD, NOON.plusSeconds(600)))
          .isEqualTo(new SignIn.TooManyAttempts(Duration.ofMinutes(50)));
    }
    assertThat(signIn(customer(false), PASSWORD, NOON)).isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void theHourOverTheNextAttemptIsLookedAt() {
    String user = customer(false);
    for (int i = 0; i < Identity.MOST_FAILURES; i++) {
      assertThat(signIn(user, OTHER, NOON)).isEqualTo(new SignIn.WrongCredentials());
    }
    assertThat(signIn(user, PASSWORD, NOON.plus(Duration.ofHours(1))))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void guessesSentTogetherAreCountedToo() {
    String user = customer(false);
    List<Future<SignIn>> guesses = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      guesses.add(
          IDENTITY.signIn(Realm.APP, new SignIn.Credentials(user, OTHER, Optional.empty()), NOON));
    }
    long looked =
        guesses.stream()
            .map(IdentityTest::await)
            .filter(SignIn.WrongCredentials.class::isInstance)
            .count();
    assertThat(looked).isEqualTo(Identity.MOST_FAILURES);
  }

  @Test
  void staffWithASecondFactorNeedACodeAndEachCodeCountsOnce() {
    String secret = OneTimeCodes.newSecret();
    String user = staff(Optional.of(secret));
    assertThat(signInConsole(user, Optional.empty(), NOON))
        .isEqualTo(new SignIn.SecondFactorRequired());
    assertThat(signInConsole(user, Optional.of("000000"), NOON))
        .isEqualTo(new SignIn.WrongSecondFactor());
    String code = OneTimeCodes.code(secret, NOON);
    assertThat(signInConsole(user, Optional.of(code), NOON)).isInstanceOf(SignIn.SignedIn.class);
    assertThat(signInConsole(user, Optional.of(code), NOON.plusSeconds(5)))
        .isEqualTo(new SignIn.WrongSecondFactor());
    String next = OneTimeCodes.code(secret, NOON.plusSeconds(30));
    assertThat(signInConsole(user, Optional.of(next), NOON.plusSeconds(30)))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void aWrongPasswordIsNeverToldThatACodeIsNeeded() {
    String user = staff(Optional.of(OneTimeCodes.newSecret()));
    assertThat(
            await(
                IDENTITY.signIn(
                    Realm.CONSOLE, new SignIn.Credentials(user, OTHER, Optional.empty()), NOON)))
        .isEqualTo(new SignIn.WrongCredentials());
  }

  @Test
  void anIdleSessionEndsAndABusyOneEndsToo() {
    String user = customer(false);
    SessionToken idle = ((SignIn.SignedIn) signIn(user, PASSWORD, NOON)).token();
    assertThat(session(idle, NOON.plus(Realm.APP.idle()))).isEmpty();
    SessionToken busy = ((SignIn.SignedIn) signIn(user, PASSWORD, NOON)).token();
    Instant at = NOON;
    while (at.isBefore(NOON.plus(Realm.APP.absolute()))) {
      assertThat(session(busy, at)).isPresent();
      at = at.plus(Duration.ofDays(20));
    }
    assertThat(session(busy, at)).isEmpty();
  }

  @Test
  void aSessionOfOneApplicationIsNoneOfTheOther() {
    SessionToken token = ((SignIn.SignedIn) signIn(customer(false), PASSWORD, NOON)).token();
    assertThat(await(IDENTITY.session(Realm.CONSOLE, token.text(), NOON))).isEmpty();
  }

  @Test
  void aTemporaryPasswordIsChangedAndEveryOtherSessionEnds() {
    String user = customer(true);
    SignIn.SignedIn first = (SignIn.SignedIn) signIn(user, PASSWORD, NOON);
    SignIn.SignedIn second = (SignIn.SignedIn) signIn(user, PASSWORD, NOON);
    assertThat(second.session().principal().mustChangePassword()).isTrue();
    PasswordChange.Changed changed = (PasswordChange.Changed) change(second, PASSWORD, OTHER);
    assertThat(changed.session().principal().mustChangePassword()).isFalse();
    assertThat(session(first.token(), NOON)).isEmpty();
    assertThat(session(second.token(), NOON)).isEmpty();
    assertThat(session(changed.token(), NOON)).isPresent();
    assertThat(signIn(user, PASSWORD, NOON)).isEqualTo(new SignIn.WrongCredentials());
    assertThat(signIn(user, OTHER, NOON)).isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void aRefusedPasswordNamesItsRuleAndChangesNothing() {
    String user = customer(true);
    SignIn.SignedIn in = (SignIn.SignedIn) signIn(user, PASSWORD, NOON);
    assertThat(change(in, OTHER, OTHER)).isEqualTo(new PasswordChange.WrongCurrent());
    assertThat(change(in, PASSWORD, PASSWORD))
        .isEqualTo(new PasswordChange.Refused(Rule.SAME_AS_BEFORE, 0));
    assertThat(change(in, PASSWORD, "court"))
        .isEqualTo(new PasswordChange.Refused(Rule.TOO_SHORT, 15));
    assertThat(session(in.token(), NOON)).isPresent();
  }

  @Test
  void guessingTheCurrentPasswordIsLimitedToo() {
    SignIn.SignedIn in = (SignIn.SignedIn) signIn(customer(false), PASSWORD, NOON);
    for (int i = 0; i < Identity.MOST_FAILURES; i++) {
      assertThat(change(in, OTHER, OTHER)).isEqualTo(new PasswordChange.WrongCurrent());
    }
    assertThat(change(in, PASSWORD, OTHER))
        .isEqualTo(new PasswordChange.TooManyAttempts(Identity.PERIOD));
  }

  private static PasswordChange change(SignIn.SignedIn in, String current, String next) {
    return await(IDENTITY.changePassword(Realm.APP, in.session().principal(), current, next, NOON));
  }

  private static String customer(boolean temporary) {
    return account(
        Role.CUSTOMER_OWNER, Optional.of(CustomerId.random()), temporary, Optional.empty());
  }

  private static String staff(Optional<String> secret) {
    return account(Role.SECRETARY, Optional.empty(), false, secret);
  }

  private static String account(
      Role role, Optional<CustomerId> customer, boolean temporary, Optional<String> secret) {
    String user = "user" + counter++ + "@example.org";
    await(
        IDENTITY.create(
            new NewAccount(
                AccountId.random(), user, PASSWORD, temporary, secret, role, customer, "fr"),
            NOON));
    return user;
  }

  private static SignIn signIn(String user, String password, Instant at) {
    return await(
        IDENTITY.signIn(Realm.APP, new SignIn.Credentials(user, password, Optional.empty()), at));
  }

  private static SignIn signInConsole(String user, Optional<String> code, Instant at) {
    return await(IDENTITY.signIn(Realm.CONSOLE, new SignIn.Credentials(user, PASSWORD, code), at));
  }

  private static Optional<ActiveSession> session(SessionToken token, Instant at) {
    return await(IDENTITY.session(Realm.APP, token.text(), at));
  }

  private static long nanos(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return System.nanoTime() - began;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
