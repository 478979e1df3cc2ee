package io.permanence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Migrations;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.LocalPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is signed in while PostgreSQL is stopped (R4). */
class WithoutPostgresTest {
  private static final String PASSWORD = "quatre hiboux verts volent";
  private static final String OTHER = "une girafe mange du tilleul";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** What a transaction waits for a database that says nothing. */
  private static final Duration BEFORE_IT_IS_GIVEN_UP = Duration.ofSeconds(3);

  private final Vertx vertx = Vertx.vertx();
  private LocalPostgres postgres;
  private int port;
  private Database database;
  private Identity identity;

  @BeforeEach
  void start(@TempDir Path root) throws SQLException {
    postgres = new LocalPostgres(root);
    var running = postgres.start(0);
    port = running.port();
    Migrations.bootstrap(running.jdbc("postgres", "postgres"));
    Migrations.migrate("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "");
    database =
        Mapping.open(
            vertx,
            DatabaseSettings.of("127.0.0.1", port, "postgres", "permanence_app", ""),
            Module.IDENTITY);
    identity = new Identity(vertx, database, new Sealer(new byte[32]));
  }

  @AfterEach
  void stop() {
    identity.close();
    await(database.close());
    await(vertx.close());
    postgres.stop();
  }

  @Test
  void whoIsRememberedIsKnownSoonAlsoWhenPostgresStandsStill() throws Exception {
    account("camille", Role.SECRETARY, Optional.empty());
    SessionToken token = signIn(Realm.CONSOLE, "camille");
    assertThat(session(Realm.CONSOLE, token, NOON.plusSeconds(60))).isPresent();
    ProcessHandle server = ProcessHandle.of(postgres.running().orElseThrow().pid()).orElseThrow();
    List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
    try {
      for (ProcessHandle each : all) {
        signal("STOP", each);
      }
      long asked = System.nanoTime();
      assertThat(session(Realm.CONSOLE, token, NOON.plusSeconds(120))).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BEFORE_IT_IS_GIVEN_UP);
    } finally {
      for (ProcessHandle each : all) {
        signal("CONT", each);
      }
    }
  }

  private static void signal(String name, ProcessHandle process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void aSecretaryWhoWasSignedInStaysSoUntilHerSessionsOwnEnd() {
    account("camille", Role.SECRETARY, Optional.empty());
    SessionToken token = signIn(Realm.CONSOLE, "camille");
    Instant seen = NOON.plusSeconds(60);
    assertThat(session(Realm.CONSOLE, token, seen)).isPresent();
    postgres.stop();
    Instant end = seen.plus(Realm.CONSOLE.idle());
    assertThat(session(Realm.CONSOLE, token, end.minusSeconds(1)))
        .hasValueSatisfying(session -> assertThat(session.user()).isEqualTo("camille"));
    assertThat(refused(Realm.CONSOLE, token, end)).isTrue();
    assertThat(refused(Realm.CONSOLE, SessionToken.random(), seen)).isTrue();
  }

  @Test
  void whoSignedInLastIsKnownAtOnce() {
    account("camille", Role.SECRETARY, Optional.empty());
    SessionToken token = signIn(Realm.CONSOLE, "camille");
    postgres.stop();
    assertThat(session(Realm.CONSOLE, token, NOON)).isPresent();
  }

  @Test
  void aSessionThatEndedIsNotBelievedAnyMore() {
    AccountId account = account("camille", Role.SECRETARY, Optional.empty());
    SessionToken gone = signIn(Realm.CONSOLE, "camille");
    SessionToken signedOut = signIn(Realm.CONSOLE, "camille");
    await(identity.signOut(signedOut.text()));
    SessionToken before = signIn(Realm.CONSOLE, "camille");
    Principal camille = session(Realm.CONSOLE, before, NOON).orElseThrow().principal();
    var changed =
        (PasswordChange.Changed)
            await(identity.changePassword(Realm.CONSOLE, camille, PASSWORD, OTHER, NOON));
    assertThat(camille.accountId()).isEqualTo(account);
    assertThat(session(Realm.CONSOLE, gone, NOON)).isEmpty();
    postgres.stop();
    assertThat(refused(Realm.CONSOLE, gone, NOON)).isTrue();
    assertThat(refused(Realm.CONSOLE, signedOut, NOON)).isTrue();
    assertThat(refused(Realm.CONSOLE, before, NOON)).isTrue();
    assertThat(session(Realm.CONSOLE, changed.token(), NOON)).isPresent();
  }

  @Test
  void signingOutEndsWhatIsRememberedEvenWhenTheDatabaseCannotBeTold() {
    account("camille", Role.SECRETARY, Optional.empty());
    SessionToken token = signIn(Realm.CONSOLE, "camille");
    postgres.stop();
    assertThat(failed(identity.signOut(token.text()))).isTrue();
    assertThat(refused(Realm.CONSOLE, token, NOON)).isTrue();
  }

  @Test
  void theAppRemembersNobody() {
    account("martin", Role.CUSTOMER_OWNER, Optional.of(CustomerId.random()));
    SessionToken token = signIn(Realm.APP, "martin");
    assertThat(session(Realm.APP, token, NOON)).isPresent();
    postgres.stop();
    assertThat(refused(Realm.APP, token, NOON)).isTrue();
  }

  private AccountId account(String user, Role role, Optional<CustomerId> customer) {
    return await(
        identity.create(
            new NewAccount(
                AccountId.random(), user, PASSWORD, false, Optional.empty(), role, customer, "fr"),
            NOON));
  }

  private SessionToken signIn(Realm realm, String user) {
    SignIn.Credentials typed = new SignIn.Credentials(user, PASSWORD, Optional.empty());
    return ((SignIn.SignedIn) await(identity.signIn(realm, typed, NOON))).token();
  }

  private Optional<ActiveSession> session(Realm realm, SessionToken token, Instant at) {
    return await(identity.session(realm, token.text(), at));
  }

  private boolean refused(Realm realm, SessionToken token, Instant at) {
    return failed(identity.session(realm, token.text(), at));
  }

  private static boolean failed(Future<?> future) {
    return await(future.map(false).otherwise(true));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
