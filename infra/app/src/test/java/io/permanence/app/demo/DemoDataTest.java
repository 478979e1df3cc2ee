package io.permanence.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.identity.Identity;
import io.permanence.identity.PasswordRules;
import io.permanence.identity.Realm;
import io.permanence.identity.SignIn;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.routing.Decision;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.RoutingPolicy;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.demo.DemoTables;
import io.permanence.store.line.RoutingLines;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoDataTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  private static final byte[] KEY = new byte[32];
  private static final PhoneNumber STRANGER = new PhoneNumber("+33639985555");
  private static final String OTHER_TEAM = "0d000000-0000-7000-8000-000000000099";
  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'\
      """;
  private static final int HOURS_LOOKED_AT = 15 * 24;

  @Test
  void theDemoFillsEveryScreenAndIsWrittenOnce() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase postgres = TestDatabase.fresh()) {
      Database database = Mapping.open(vertx, postgres.settings(), Module.ROUTER);
      DemoData demo = new DemoData(vertx, database, KEY, NOW);
      assertThat(await(demo.write())).isTrue();
      assertThat(await(demo.write())).isFalse();
      assertThat(count(postgres, "call")).isBetween(200, 900);
      assertThat(count(postgres, "note")).isGreaterThan(100);
      assertThat(count(postgres, "delivery")).isEqualTo(count(postgres, "note"));
      assertThat(count(postgres, "contact")).isGreaterThan(30);
      assertThat(count(postgres, "secretary")).isEqualTo(5);
      assertThat(postgres.look("select count(*) from call where ended_at >= ?", NOW))
          .containsExactly("0");
      List<LineSnapshot> lines =
          await(
                  database
                      .as(Module.ROUTER)
                      .acrossCustomers(tx -> RoutingLines.after(tx, Optional.empty(), NOW)))
              .lines();
      assertThat(lines).hasSize(7);
      everyTradeHasItsOwn(postgres, new JsonObject(demo.describe()));
      theFileSaysHowEachLineDecidesAtEveryHour(lines, new JsonObject(demo.describe()));
      everybodySignsIn(vertx, database, demo);
      await(database.close());
    }
    await(vertx.close());
  }

  @Test
  void aDemoThatWasBrokenOffAfterAnyStepIsWholeAfterTheNextTry() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase broken = TestDatabase.fresh();
        TestDatabase whole = TestDatabase.fresh()) {
      Database database = Mapping.open(vertx, broken.settings(), Module.ROUTER);
      Instant later = NOW;
      int tries = 1;
      while (await(new DemoData(vertx, database, KEY, later).write(tries))) {
        later = later.plus(Duration.ofHours(1));
        tries++;
      }
      assertThat(tries).isGreaterThan(25);
      Database undisturbed = Mapping.open(vertx, whole.settings(), Module.ROUTER);
      assertThat(await(new DemoData(vertx, undisturbed, KEY, NOW).write())).isTrue();
      for (String table : whole.look(TABLES)) {
        String rows = "select count(*) from " + table;
        if (Set.of("call", "call_event", "note", "outbox", "delivery", "note_state")
            .contains(table)) {
          // the past of a customer who came a day later is another one
          assertThat(count(broken, table)).as(table).isPositive();
        } else {
          assertThat(broken.look(rows)).as(table).isEqualTo(whole.look(rows));
        }
      }
      assertThat(count(broken, "delivery")).isEqualTo(count(broken, "note"));
      await(database.close());
      await(undisturbed.close());
    }
    await(vertx.close());
  }

  @Test
  void somebodyElsesCompanyIsLeftAlone() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase postgres = TestDatabase.fresh()) {
      Database database = Mapping.open(vertx, postgres.settings(), Module.ROUTER);
      await(
          database
              .as(Module.PORTAL)
              .acrossCustomers(tx -> DemoTables.team(tx, TeamId.of(OTHER_TEAM), "Nuit", 0)));
      assertThat(await(new DemoData(vertx, database, KEY, NOW).write())).isFalse();
      assertThat(count(postgres, "directory_account")).isZero();
      await(database.close());
    }
    await(vertx.close());
  }

  private static void everyTradeHasItsOwn(TestDatabase postgres, JsonObject file) {
    List<JsonObject> lines =
        file.getJsonArray("lines").stream().map(JsonObject.class::cast).toList();
    for (String what : List.of("forwarding", "vip", "blocked")) {
      assertThat(
              Stream.of("+33199001001", "+33199001002", "+33199001003")
                  .map(number -> line(lines, number).getJsonArray(what).encode())
                  .distinct())
          .as(what)
          .hasSize(3);
    }
    assertThat(
            postgres.look(
                """
                select distinct window_kind from instruction i join customer c using (customer_id)
                where c.name in ('Cabinet Martin', 'Me Dubois', 'Plomberie Lou')
                  and window_kind <> 'STANDING' order by window_kind\
                """))
        .containsExactly("ONE_OFF", "OPEN", "WEEKLY");
    assertThat(
            postgres.look(
                """
                select distinct count(*) from instruction i join customer c using (customer_id)
                where c.name in ('Cabinet Martin', 'Me Dubois', 'Plomberie Lou') group by c.name\
                """))
        .containsExactly("4");
    assertThat(postgres.look("select count(*) from ladder_step where on_busy <> on_no_answer"))
        .isNotEqualTo(List.of("0"));
  }

  private static JsonObject line(List<JsonObject> lines, String number) {
    return lines.stream()
        .filter(each -> each.getString("number").equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** DESIGN 6: the demo's lines decide alike at every hour of the day. */
  private static void theFileSaysHowEachLineDecidesAtEveryHour(
      List<LineSnapshot> lines, JsonObject file) {
    for (LineSnapshot snapshot : lines) {
      String number = snapshot.line().number().e164();
      JsonObject told =
          line(file.getJsonArray("lines").stream().map(JsonObject.class::cast).toList(), number);
      for (int hour = 0; hour < HOURS_LOOKED_AT; hour++) {
        Instant at = NOW.plus(Duration.ofHours(hour));
        assertThat(decided(snapshot, at, new Caller.Known(STRANGER)))
            .as(number + " at " + at)
            .isEqualTo(expected(told, PutThrough.ALL));
        assertThat(decided(snapshot, at, new Caller.Withheld()))
            .as(number + " at " + at)
            .isEqualTo(expected(told, PutThrough.ALL));
        for (Object vip : told.getJsonArray("vip")) {
          assertThat(decided(snapshot, at, new Caller.Known(new PhoneNumber((String) vip))))
              .as(number + " at " + at)
              .isEqualTo(expected(told, PutThrough.ALL, PutThrough.VIP));
        }
        for (Object blocked : told.getJsonArray("blocked")) {
          assertThat(decided(snapshot, at, new Caller.Known(new PhoneNumber((String) blocked))))
              .isEqualTo("announce");
        }
      }
    }
  }

  /** What becomes of a caller who is put through under these rules. */
  private static String expected(JsonObject line, PutThrough... through) {
    boolean put = List.of(through).contains(PutThrough.valueOf(line.getString("putThrough")));
    if (!put) {
      return "desk";
    }
    return line.getString("mode").equals("DIRECT")
        ? "ladder " + line.getJsonArray("forwarding").stream().toList()
        : "desk, may put through";
  }

  private static String decided(LineSnapshot snapshot, Instant at, Caller caller) {
    return switch (RoutingPolicy.decide(IncomingCall.from(CallId.random(), caller, at), snapshot)) {
      case Decision.ToDesk desk -> desk.mayPutThrough() ? "desk, may put through" : "desk";
      case Decision.Ladder ladder ->
          "ladder "
              + ladder.steps().stream()
                  .flatMap(step -> step.targets().stream().map(target -> target.number().e164()))
                  .toList();
      case Decision other -> other.name();
    };
  }

  private static void everybodySignsIn(Vertx vertx, Database database, DemoData demo) {
    try (Identity identity = new Identity(vertx, database.as(Module.IDENTITY), new Sealer(KEY))) {
      List<JsonObject> accounts =
          new JsonObject(demo.describe())
              .getJsonArray("accounts").stream().map(JsonObject.class::cast).toList();
      assertThat(accounts).hasSize(12);
      for (JsonObject account : accounts) {
        Realm realm = account.getString("role").startsWith("customer") ? Realm.APP : Realm.CONSOLE;
        Optional<String> code =
            Optional.ofNullable(account.getString("totpSecret"))
                .map(secret -> io.permanence.identity.OneTimeCodes.code(secret, NOW));
        assertThat(
                await(
                    identity.signIn(
                        realm,
                        new SignIn.Credentials(
                            account.getString("user"), account.getString("password"), code),
                        NOW)))
            .as(account.getString("user"))
            .isInstanceOf(SignIn.SignedIn.class);
        assertThat(
                PasswordRules.judge(
                    account.getString("password"), account.getString("user"), false))
            .isInstanceOf(PasswordRules.Verdict.Accepted.class);
      }
    }
  }

  private static int count(TestDatabase postgres, String table) {
    return Integer.parseInt(postgres.look("select count(*) from " + table).getFirst());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
