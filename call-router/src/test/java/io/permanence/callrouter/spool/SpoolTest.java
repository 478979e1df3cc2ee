package io.permanence.callrouter.spool;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.journal.Office;
import io.permanence.callrouter.journal.Switchboard;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class SpoolTest {
  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final List<Voicemail> left = new CopyOnWriteArrayList<>();
  private final CallId call = CallId.of(SidecarTest.CALL);
  private volatile boolean refusing;

  @TempDir private Path directory;
  private Switchboard switchboard;
  private Blocking threads;
  private Spool spool;

  @BeforeEach
  void start(Vertx vertx) {
    switchboard = Switchboard.start(vertx, postgres.settings());
    threads = new Blocking(vertx, "spool", 2, 100);
    spool = spool(vertx, switchboard);
  }

  private Spool spool(Vertx vertx, Switchboard router) {
    return new Spool(
        vertx,
        threads,
        directory,
        new SpoolImport(
            router.snapshots, router.numbers, router.journal, router.recovery, this::take));
  }

  private Future<Void> take(Voicemail voicemail) {
    left.add(voicemail);
    return refusing ? Future.failedFuture("not now") : Future.succeededFuture();
  }

  @AfterEach
  void stop() {
    await(spool.stop());
    threads.close();
    switchboard.stop();
    postgres.close();
  }

  private Path sidecar() {
    return directory.resolve(call + ".properties");
  }

  private Path recording() {
    return directory.resolve(call + ".wav");
  }

  private void sidecar(String from, String to) throws IOException {
    Path draft = directory.resolve("draft");
    Files.write(draft, SidecarTest.VOICEMAIL.stream().map(each -> each.replace(from, to)).toList());
    Files.move(draft, sidecar());
  }

  private String told() {
    return String.join(
            " ",
            office.texts(
                "select kind from call_event where call_id = ? order by seq", call.value()))
        + ": "
        + String.join(
            "",
            office.texts("select reason || ' ' || outcome from call where id = ?", call.value()));
  }

  @Test
  void aVoicemailOfTheFallbackIsThereAfterTheStart() throws IOException {
    Files.write(recording(), new byte[1_000]);
    sidecar("", "");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told()).isEqualTo("arrived decided voicemail ended: fallback VOICEMAIL");
    assertThat(left).hasSize(1);
    Voicemail voicemail = left.getFirst();
    assertThat(voicemail.customer()).isEqualTo(office.customer);
    assertThat(voicemail.team()).isEqualTo(office.team);
    assertThat(voicemail.caller()).isEqualTo(new Caller.Known(new PhoneNumber("+33639980301")));
    assertThat(voicemail.audio().length()).isEqualTo(1_000);
    assertThat(voicemail.seconds()).isEqualTo(7);
    assertThat(recording()).doesNotExist();
  }

  @Test
  void aSidecarThatComesLaterIsSeenAndOneThatCannotBeTakenIsTriedAgain(Vertx vertx)
      throws IOException {
    refusing = true;
    await(spool.start());
    Files.write(recording(), new byte[1_000]);
    sidecar("", "");
    until(() -> left.size() == 1);
    refusing = false;
    // another process, after a crash, with the sidecar still there
    Switchboard restarted = Switchboard.start(vertx, postgres.settings());
    Spool again = spool(vertx, restarted);
    await(again.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told()).startsWith("arrived decided voicemail ended").endsWith("VOICEMAIL");
    assertThat(office.texts("select id::text from call")).containsExactly(call.toString());
    await(again.stop());
    restarted.stop();
  }

  @Test
  void aVoicemailTheRouterAskedForBelongsToItsCall() throws IOException {
    sentToVoicemail();
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(30));
    Files.write(recording(), new byte[1_000]);
    sidecar("reason=fallback", "reason=voicemail");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told())
        .isEqualTo("arrived decided voicemail ended voicemail: out-of-hours VOICEMAIL");
    assertThat(left).hasSize(1);
    assertThat(tasks()).isEmpty();
  }

  @ParameterizedTest(name = "heard first: {0}")
  @ValueSource(booleans = {true, false})
  void whoHangsUpAtTheGreetingIsALostCallWithOneTaskAndOneWord(boolean hangUpHeardFirst)
      throws IOException {
    sentToVoicemail();
    if (hangUpHeardFirst) {
      switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(30));
    }
    await(spool.start());
    for (int imports = 0; imports < 2; imports++) {
      sidecar("outcome=voicemail", "outcome=lost");
      until(() -> Files.notExists(sidecar()));
      assertThat(told()).isEqualTo("arrived decided voicemail ended: out-of-hours LOST");
      assertThat(tasks()).containsExactly("LOST");
      assertThat(office.texts("select kind from outbox where subject_id = ?", call.value()))
          .containsExactly("LOST_CALL");
    }
    assertThat(left).isEmpty();
  }

  @Test
  void whoSaysNothingAfterTheGreetingIsALostCall() throws IOException {
    sentToVoicemail();
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(30));
    Files.write(recording(), new byte[44]);
    sidecar("seconds=7", "seconds=0");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told()).isEqualTo("arrived decided voicemail ended: out-of-hours LOST");
    assertThat(tasks()).containsExactly("LOST");
  }

  private List<String> tasks() {
    return office.texts("select kind from task where call_id = ?", call.value());
  }

  /** By the decision: the line has closed. */
  private void sentToVoicemail() {
    office.openOnly("SUNDAY", "08:00", "09:00");
    until(
        () ->
            switchboard
                .snapshots
                .byNumber(office.number)
                .orElseThrow()
                .line()
                .openHours()
                .isPresent());
    await(switchboard.routing.route(call, "33199001001", "33639980301"));
  }

  @Test
  void whoSaidNothingIsALostCall() throws IOException {
    Files.write(recording(), new byte[44]);
    sidecar("seconds=7", "seconds=0");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told()).isEqualTo("arrived decided lost: fallback LOST");
    assertThat(left).isEmpty();
    assertThat(recording()).doesNotExist();
  }

  @Test
  void whoTheEmergencyGroupAnsweredIsTold() throws IOException {
    sidecar("outcome=voicemail", "outcome=answered");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(told()).isEqualTo("arrived decided answered ended: fallback FALLBACK");
  }

  @Test
  void aCallToNobodysNumberLeavesNothingPersonal() throws IOException {
    Files.write(recording(), new byte[1_000]);
    sidecar("dialled=33199001001", "dialled=33199009999");
    await(spool.start());
    until(() -> Files.notExists(sidecar()));
    assertThat(office.texts("select id from call")).isEmpty();
    assertThat(office.texts("select reason from unrouted_call")).containsExactly("unknown-number");
    assertThat(recording()).doesNotExist();
  }

  @Test
  void whatMakesNoSenseIsSetAside() throws IOException {
    await(spool.start());
    sidecar("outcome=voicemail", "outcome=nonsense");
    until(() -> Files.notExists(sidecar()));
    assertThat(directory.resolve(call + ".properties.unreadable")).exists();
  }
}
