package io.permanence.callrouter.reception;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.ami.AmiEvent;
import io.permanence.callrouter.ami.Channel;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.callrouter.journal.Office;
import io.permanence.callrouter.journal.WaitingRoom;
import io.permanence.model.NumberPlan;
import io.permanence.model.id.CallId;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The router's half as production puts it together, asked over TCP. */
@ExtendWith(VertxExtension.class)
class ReceptionTest implements WaitingRoom {
  private static final String NONCE = "6f1ed002-ab55-4a1c-9d4b-0000000000bb";

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final List<LiveCall> expected = new CopyOnWriteArrayList<>();
  private final CallId call = CallId.of("6f1ed002-ab55-4a1c-9d4b-0000000000aa");

  @TempDir private Path directory;
  private Database database;
  private Reception reception;
  private LegWatch watch;

  @BeforeEach
  void start(Vertx vertx) {
    database = Mapping.open(vertx, postgres.settings(), Module.ROUTER);
    Settings settings =
        Settings.of(
            Map.of(
                "PERMANENCE_SOUNDS", directory.resolve("sounds").toString(),
                "PERMANENCE_SPOOL", directory.resolve("spool").toString(),
                "PERMANENCE_SPEECH", "/nowhere/voice {text} {sound}"));
    ReceptionSettings read = ReceptionSettings.from(settings);
    settings.check();
    reception =
        new Reception(
            vertx,
            database,
            postgres.settings(),
            Clock.systemUTC(),
            NumberPlan.demo(),
            new ReceptionSettings(
                0,
                read.agiThreads(),
                read.sounds(),
                read.spool(),
                read.speech(),
                read.language(),
                read.tollCountries(),
                read.shown(),
                read.journalRoom()));
    watch = await(reception.start(this, voicemail -> Future.succeededFuture()));
  }

  @AfterEach
  void stop() {
    await(reception.stop());
    await(database.close());
    postgres.close();
  }

  @Override
  public void expect(LiveCall waiting) {
    expected.add(waiting);
  }

  @Override
  public Future<Patience> stillWaiting(CallId id) {
    return Future.succeededFuture(Patience.WAIT);
  }

  private String asked(String script, String... words) throws IOException {
    StringBuilder request = new StringBuilder("agi_network_script: " + script + "\n");
    String[] all = {call.toString(), NONCE};
    int number = 1;
    for (String each : all) {
      request.append("agi_arg_").append(number++).append(": ").append(each).append('\n');
    }
    for (String each : words) {
      request.append("agi_arg_").append(number++).append(": ").append(each).append('\n');
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), reception.agiPort())) {
      socket.getOutputStream().write((request + "\n").getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String answer = in.readLine();
      socket.getOutputStream().write("200 result=1\n".getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(answer)
          .replace("SET VARIABLE \"PM_ANSWER\" \"" + NONCE + ":", "")
          .replace(":end\"", "");
    }
  }

  private static AmiEvent.Stated up(CallId call, String role, String step) {
    return new AmiEvent.Stated(
        new Channel(
            "1",
            "PJSIP/trunk-1",
            Optional.empty(),
            "",
            Map.of("PM_CALL", call.toString(), "PM_ROLE", role, "PM_STEP", step)),
        false,
        true);
  }

  private String told() {
    await(reception.journal().drained());
    return String.join(
        " ",
        office.texts("select kind from call_event where call_id = ? order by seq", call.value()));
  }

  private void direct() {
    office.rung(office.instructed("ALL", "DIRECT"), 0, "+33639980001");
    until(
        () ->
            reception.snapshots().byNumber(office.number).orElseThrow().instructions().stream()
                .anyMatch(each -> !each.handling().ladder().isEmpty()));
  }

  @Test
  void aCallerIsSentToTheDesk() throws IOException {
    assertThat(asked("route", "33199001001", "33639980301")).isEqualTo("desk");
    until(() -> expected.size() == 1);
    assertThat(asked("waiting")).isEqualTo("wait");
  }

  @Test
  void aCallerToNobodyHearsTheGreetingThatAlwaysExists() throws IOException {
    assertThat(asked("route", "33199009999", "33639980301"))
        .isEqualTo("announce:static/fallback-fr");
  }

  @Test
  void theAnswerOfARungIsHeardOnceFromAsterisksEvents() throws IOException {
    direct();
    assertThat(asked("route", "33199001001", "33639980301")).isEqualTo("ladder");
    assertThat(asked("step", "0", "first")).isEqualTo("dial:1:33639980001:20:33199001001");
    watch.hear(up(call, "ladder", "1"));
    watch.hear(up(call, "ladder", "1"));
    watch.hear(up(call, "caller", "1"));
    assertThat(told()).isEqualTo("arrived decided ladder-step put-through");
  }

  @Test
  void aCallThatAsteriskNoLongerHasIsOver() throws IOException {
    asked("route", "33199001001", "33639980301");
    watch.hear(new AmiEvent.Connected());
    watch.hear(new AmiEvent.ChannelListed(up(call, "caller", "").channel()));
    assertThat(watch.hear(new AmiEvent.ChannelsListed())).isEmpty();
    Instant arrived = reception.journal().find(call).orElseThrow().arrivedAt();
    until(() -> Clock.systemUTC().instant().isAfter(arrived.plusMillis(3_100)));
    watch.hear(new AmiEvent.Connected());
    assertThat(watch.hear(new AmiEvent.ChannelsListed()))
        .extracting(LiveCall::id)
        .containsExactly(call);
    assertThat(watch.hear(new AmiEvent.ChannelsListed())).isEmpty();
    assertThat(told()).isEqualTo("arrived decided ended");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("BROKEN");
  }
}
