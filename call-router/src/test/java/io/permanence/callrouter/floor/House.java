package io.permanence.callrouter.floor;

import io.permanence.callrouter.CallRouterSettings;
import io.permanence.callrouter.CallRouterVerticle;
import io.permanence.identity.Identity;
import io.permanence.identity.NewAccount;
import io.permanence.model.NumberPlan;
import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.runtime.health.Management;
import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.secret.Sealer;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.Database;
import io.permanence.store.DatabaseSettings;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.asterisk.AsteriskServer;
import io.permanence.testing.asterisk.NativeTools;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The call router with everything real around it, and one customer, team and secretary. */
final class House implements AutoCloseable {
  static final String LINE = "+33199001001";
  static final String ANSWERING = "+33639980001";
  static final String BUSY = "+33639980002";
  static final String PASSWORD = "correct horse battery";
  static final AccountId CAMILLE = AccountId.random();
  static final AccountId LEA = AccountId.random();
  static final AccountId SOPHIE = AccountId.random();
  static final ForwardingNumberId ANSWERING_ID = ForwardingNumberId.random();
  static final ForwardingNumberId BUSY_ID = ForwardingNumberId.random();

  final TestDatabase database = TestDatabase.fresh();
  final AsteriskServer asterisk;

  /** Between the service and Asterisk's manager. */
  final CuttableWire wire;

  /** Between the service and PostgreSQL. */
  final CuttableWire storeWire = CuttableWire.to(database.settings().port());

  private final Map<String, String> settings;
  private final Vertx vertx = Vertx.vertx();
  private final Database store;
  private final int amiPort;
  private CallRouterVerticle verticle;
  private String deployment = "";

  House() {
    this(false, Map.of());
  }

  /** With settings of its own. */
  House(Map<String, String> settings) {
    this(false, settings);
  }

  private House(boolean wired, Map<String, String> settings) {
    this.settings = settings;
    asterisk = AsteriskServer.start();
    wire = CuttableWire.to(asterisk.amiPort());
    amiPort = wired ? wire.port() : asterisk.amiPort();
    store = Mapping.open(vertx, throughTheWire(), Module.ROUTER);
    arrange();
    verticle = deploy();
  }

  /** A house whose service reaches Asterisk's manager through the {@link #wire}. */
  static House wired() {
    return new House(true, Map.of());
  }

  private DatabaseSettings throughTheWire() {
    DatabaseSettings direct = database.settings();
    return DatabaseSettings.of(
        direct.host(), storeWire.port(), direct.database(), direct.user(), direct.password());
  }

  private CallRouterVerticle deploy() {
    Map<String, String> values = new HashMap<>(settings);
    values.put("PERMANENCE_CONSOLE_PORT", "0");
    values.put("PERMANENCE_AMI_PORT", Integer.toString(amiPort));
    values.put("PERMANENCE_AMI_SECRET", asterisk.amiSecret());
    values.put("PERMANENCE_AGI_PORT", Integer.toString(asterisk.agiPort()));
    values.put("PERMANENCE_SOUNDS", asterisk.sounds().toString());
    values.put("PERMANENCE_SPOOL", asterisk.spool().toString());
    values.put("PERMANENCE_ESPEAK", NativeTools.here().espeak().toString());
    values.put(
        "PERMANENCE_TELEPHONES",
        asterisk.folder().resolve("telephones/telephones.conf").toString());
    values.put("PERMANENCE_SIP_WEBSOCKET_PORT", Integer.toString(asterisk.httpPort()));
    values.put("PERMANENCE_SIP_PORT", Integer.toString(asterisk.sip().getPort()));
    Management management =
        new Management(
            vertx,
            new io.micrometer.prometheusmetrics.PrometheusMeterRegistry(
                io.micrometer.prometheusmetrics.PrometheusConfig.DEFAULT));
    Node node =
        new Node(
            vertx,
            new NodeSettings(
                throughTheWire(), true, Duration.ZERO, new Sealer(new byte[32]), "", 0),
            store,
            management,
            Clock.systemUTC(),
            new Sealer(new byte[32]),
            NumberPlan.demo());
    CallRouterVerticle made =
        new CallRouterVerticle(node, CallRouterSettings.from(Settings.of(values)));
    deployment = await(vertx.deployVerticle(made));
    while (await(management.parts()).containsValue(false)) {
      Thread.onSpinWait();
    }
    return made;
  }

  /** Stops the service and starts it anew, as after a crash: nothing is handed over. */
  void restart() {
    stop();
    start();
  }

  /** Stops the service; Asterisk goes on. */
  void stop() {
    await(vertx.undeploy(deployment));
  }

  /** Starts the service that was stopped. */
  void start() {
    verticle = deploy();
  }

  /** The channels Asterisk has, one a line. */
  List<String> channels() {
    return asterisk
        .console("core show channels concise")
        .lines()
        .filter(line -> line.contains("!"))
        .toList();
  }

  ConsoleClient console(String user) {
    return ConsoleClient.signedIn(verticle.port(), user, PASSWORD);
  }

  int port() {
    return verticle.port();
  }

  private void arrange() {
    TeamId team = TeamId.random();
    CustomerId customer = CustomerId.random();
    LineId line = LineId.random();
    InstructionId standing = InstructionId.random();
    Instant now = Instant.now();
    database.execute("insert into team values (?, 'Santé', 1)", team.value());
    for (var each : Map.of(CAMILLE, "Camille", LEA, "Léa", SOPHIE, "Sophie").entrySet()) {
      database.execute(
          "insert into secretary (account_id, display_name, team_id) values (?, ?, ?)",
          each.getKey().value(),
          each.getValue(),
          team.value());
    }
    database.execute(
        "insert into customer (customer_id, name, trade, created_at) values (?, ?, ?, ?)",
        customer.value(),
        "Cabinet Martin",
        "médecin généraliste",
        now);
    database.execute(
        "insert into line (customer_id, id, number, name, home_team, created_at)"
            + " values (?, ?, ?, 'Cabinet', ?, ?)",
        customer.value(),
        line.value(),
        LINE,
        team.value(),
        now);
    database.execute(
        "insert into instruction (customer_id, id, line_id, window_kind, put_through, greeting,"
            + " message, created_at, updated_at) values (?, ?, ?, 'STANDING', 'ALL', ?, ?, ?, ?)",
        customer.value(),
        standing.value(),
        line.value(),
        "Cabinet du docteur Martin, {secretary} à votre écoute",
        "Le docteur est en consultation.",
        now,
        now);
    int position = 0;
    Map<ForwardingNumberId, String> ladder = new LinkedHashMap<>();
    ladder.put(BUSY_ID, BUSY);
    ladder.put(ANSWERING_ID, ANSWERING);
    for (var each : ladder.entrySet()) {
      database.execute(
          "insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)"
              + " values (?, ?, ?, 'mobile', ?, ?)",
          customer.value(),
          each.getKey().value(),
          each.getValue(),
          now,
          now);
      database.execute(
          "insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,"
              + " ring_seconds) values (?, ?, ?, ?, 10)",
          customer.value(),
          standing.value(),
          position++,
          each.getKey().value());
    }
    try (Identity identity =
        new Identity(vertx, store.as(Module.IDENTITY), new Sealer(new byte[32]))) {
      await(identity.create(account(CAMILLE, "camille", Role.SECRETARY), now));
      await(identity.create(account(LEA, "lea", Role.SECRETARY), now));
      await(identity.create(account(SOPHIE, "sophie", Role.SUPERVISOR), now));
    }
  }

  private static NewAccount account(AccountId id, String name, Role role) {
    return new NewAccount(
        id, name, PASSWORD, false, Optional.empty(), role, Optional.empty(), "fr");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    await(vertx.close());
    wire.close();
    storeWire.close();
    asterisk.close();
    database.close();
  }
}
