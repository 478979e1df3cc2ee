package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each choice a customer saves governs the next call, a second later at most (A9). */
@ExtendWith(VertxExtension.class)
class ChoicesGovernTest {
  private static final String STRANGER = "33639980301";
  private static final String KNOWN = "33639980101";
  private static final String WITHHELD = "anonymous";
  private static final Duration GOVERNS_AFTER = Duration.ofSeconds(1);

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private Switchboard switchboard;
  private InstructionId instruction;

  @BeforeEach
  void everybodyIsPutThroughDirectly(Vertx vertx) {
    switchboard = Switchboard.start(vertx, postgres.settings());
    instruction = office.instructed("ALL", "DIRECT");
    office.rung(instruction, 0, "+33639980001");
    governs(STRANGER, "ladder all");
  }

  @AfterEach
  void stop() {
    switchboard.stop();
    postgres.close();
  }

  @Test
  void whatTheLineSaysOfWithheldNumbers() {
    governs(WITHHELD, "ladder all");
    office.run("update line set withheld_callers = 'MESSAGE'");
    governs(WITHHELD, "announce withheld-refused");
    office.run("update instruction set withheld_callers = 'VOICEMAIL'");
    governs(WITHHELD, "voicemail withheld-to-voicemail");
  }

  @Test
  void whatBecomesOfBlockedCallers() {
    office.mark("+" + KNOWN, "BLOCKED");
    governs(KNOWN, "announce blocked");
    office.run("update line set blocked_callers = 'VOICEMAIL'");
    governs(KNOWN, "voicemail blocked");
  }

  @Test
  void aVipsOwnWay() {
    office.mark("+" + KNOWN, "VIP");
    governs(KNOWN, "ladder vip-under-all");
    office.run("update contact set vip_mode = 'ANNOUNCED'");
    governs(KNOWN, "desk vip-under-all");
  }

  @Test
  void theCalendarWhereTheLineCares() {
    office.busy(
        "lunch", Switchboard.MONDAY_TEN.minusSeconds(60), Switchboard.MONDAY_TEN.plusSeconds(600));
    governs(STRANGER, "ladder all");
    office.run("update line set when_busy = 'NOBODY'");
    governs(STRANGER, "desk busy");
  }

  @Test
  void weeklyHoursWithTheirExceptionsAndHolidays() {
    String hours = "{\"days\": [\"MONDAY\"], \"from\": \"00:00\", \"to\": \"00:00\"}";
    office.run(
        "update instruction set window_kind = 'WEEKLY', starts_at = null,"
            + " weekly = cast(? as jsonb) where id = ?",
        "[" + hours + "]",
        instruction.value());
    governs(STRANGER, "ladder all");
    office.run(
        "update instruction set weekly = cast(? as jsonb) where id = ?",
        "{\"hours\": ["
            + hours
            + "], \"closedOnHolidays\": false, \"otherDays\":"
            + " [{\"date\": \"2026-11-23\", \"hours\": []}]}",
        instruction.value());
    governs(STRANGER, "desk nobody");
  }

  @Test
  void aNumberThatIsNotProvenIsLeftOutAndTheReasonSaysSo() {
    office.together(instruction, 0, "+33639980002");
    office.run("update forwarding_number set proven_at = null where number = '+33639980001'");
    governs(STRANGER, "ladder all unproven=1");
    office.run("update forwarding_number set proven_at = null");
    governs(STRANGER, "desk no-number-to-ring unproven=2");
  }

  /** Calls until the decision is the one expected, which is a second at most. */
  private void governs(String caller, String expected) {
    assertThat(until(() -> decided(caller).equals(expected))).isLessThan(GOVERNS_AFTER);
  }

  private String decided(String caller) {
    CallId call = CallId.random();
    await(switchboard.routing.route(call, "33199001001", caller));
    await(switchboard.journal.drained());
    return office
        .texts(
            "select concat_ws(' ', decision, reason,"
                + " 'unproven=' || (reason_arguments ->> 'unproven')) from call where id = ?",
            call.value())
        .stream()
        .findFirst()
        .orElse("");
  }
}
