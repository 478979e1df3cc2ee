package io.permanence.callrouter.journal;

import static io.permanence.callrouter.journal.Waiting.await;
import static io.permanence.callrouter.journal.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.callrouter.desk.WaitingPhrase;
import io.permanence.callrouter.desk.WaitingPhrase.Kind;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.InstructionId;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RoutingTest {
  private static final String STRANGER = "33639980301";

  private final TestDatabase postgres = TestDatabase.fresh();
  private final Office office = Office.open(postgres.superuserJdbc(), "+33199001001");
  private final CallId call = CallId.random();
  private Switchboard switchboard;

  @BeforeEach
  void start(Vertx vertx) {
    switchboard = Switchboard.start(vertx, postgres.settings());
  }

  @AfterEach
  void stop() {
    switchboard.stop();
    postgres.close();
  }

  private Reply route(CallId id, String dialled, String caller) {
    return await(switchboard.routing.route(id, dialled, caller));
  }

  private void routeToDesk() {
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
  }

  private Reply step(int step, StepWord outcome) {
    return await(switchboard.routing.step(call, step, outcome));
  }

  private List<String> events() {
    await(switchboard.journal.drained());
    return office.texts(
        """
        select concat_ws(' ', kind, detail ->> 'outcome', detail ->> 'fence') from call_event
        where call_id = ? order by seq\
        """,
        call.value());
  }

  private void direct(String... numbers) {
    InstructionId instruction = office.instructed("ALL", "DIRECT");
    for (int i = 0; i < numbers.length; i++) {
      office.rung(instruction, i, numbers[i]);
    }
    until(
        () ->
            switchboard.snapshots.byNumber(office.number).orElseThrow().instructions().stream()
                .anyMatch(each -> each.handling().ladder().size() == numbers.length));
  }

  @Test
  void theTrunkMayWriteTheNumberAsItLikes() {
    assertThat(route(CallId.random(), "33199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    assertThat(route(CallId.random(), "0033199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    assertThat(route(call, "0199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 3);
    assertThat(switchboard.expected.getLast().caller().phoneNumber())
        .contains(new PhoneNumber("+33639980301"));
  }

  @Test
  void whoGoesToTheDeskIsInTheJournalWithTheReason() {
    routeToDesk();
    assertThat(events()).containsExactly("arrived", "decided", "waiting");
    assertThat(
            office.texts(
                "select concat_ws(' ', decision, reason, caller) from call where id = ?",
                call.value()))
        .containsExactly("desk nobody +33639980301");
  }

  private List<String> toldOf(CallId id) {
    await(switchboard.journal.drained());
    return office.texts("select kind from outbox where subject_id = ?", id.value());
  }

  @Test
  void whoChoseSoIsToldOfACallThatRingsOnceAndInTheTransactionOfTheJournal() {
    office.choosesIncomingCalls();
    routeToDesk();
    assertThat(toldOf(call)).containsExactly("INCOMING_CALL");
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(60));
    assertThat(toldOf(call)).containsExactlyInAnyOrder("INCOMING_CALL", "LOST_CALL");
    assertThat(
            office.texts(
                """
                select 1 from outbox o join call c on c.id = o.subject_id
                where c.id = ? and o.xmin::text = (select e.xmin::text from call_event e
                  where e.call_id = c.id and e.kind = 'arrived')\
                """,
                call.value()))
        .hasSize(1);
  }

  @Test
  void theTaskOfALostCallComesInTheTransactionThatEndsIt() {
    routeToDesk();
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(60));
    await(switchboard.journal.drained());
    assertThat(
            office.texts(
                """
                select t.kind || ' ' || o.kind from call c
                join task t on t.call_id = c.id and t.xmin::text = c.xmin::text
                join outbox o on o.subject_id = c.id and o.xmin::text = c.xmin::text
                join line l on l.id = c.line_id and l.home_team = t.team_id
                where c.id = ?\
                """,
                call.value()))
        .containsExactly("LOST LOST_CALL");
  }

  @Test
  void aCallPutThroughDirectlyIsToldOfBeforeAnybodyAnswersIt() {
    office.choosesIncomingCalls();
    direct("+33639980001");
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.Dial.class);
    assertThat(toldOf(call)).containsExactly("INCOMING_CALL");
  }

  @Test
  void aBlockedCallerIsNotToldOf() {
    office.choosesIncomingCalls();
    office.mark("+" + STRANGER, "BLOCKED");
    until(() -> !(route(CallId.random(), "33199001001", STRANGER) instanceof Reply.ToDesk));
    route(call, "33199001001", STRANGER);
    assertThat(toldOf(call)).isEmpty();
  }

  @Test
  void aNumberOfNobodyIsToldSoAndNothingPersonalIsKept() {
    assertThat(route(call, "33199009999", STRANGER))
        .isEqualTo(new Reply.Announce("static/UNKNOWN_NUMBER"));
    await(switchboard.journal.drained());
    assertThat(office.texts("select reason from unrouted_call where id = ?", call.value()))
        .containsExactly("unknown-number");
    assertThat(office.texts("select id from call")).isEmpty();
  }

  @Test
  void aRowThatLostItsFirstEventsWithTheProcessCanStillEnd(Vertx vertx) {
    routeToDesk();
    await(switchboard.journal.drained());
    office.run("delete from call_event where call_id = ?", call.value());
    Switchboard next = Switchboard.start(vertx, postgres.settings());
    assertThat(await(next.recovery.resumeAll())).extracting(LiveCall::id).contains(call);
    assertThat(next.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(9))).isTrue();
    next.stop();
    assertThat(events()).containsExactly("arrived", "decided", "lost");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("LOST");
  }

  @Test
  void whoWaitsIsNotSentAwayWhileTheCallsOfBeforeAreBeingTakenUp() {
    assertThat(await(switchboard.routing.waiting(call))).isInstanceOf(Reply.Wait.class);
    switchboard.now = Switchboard.MONDAY_TEN.plusSeconds(19);
    assertThat(await(switchboard.routing.waiting(call))).isInstanceOf(Reply.Wait.class);
    switchboard.now = Switchboard.MONDAY_TEN.plusSeconds(20); // PostgreSQL is away
    assertThatThrownBy(() -> await(switchboard.routing.waiting(call)))
        .hasMessageContaining("not known");
    switchboard.now = Switchboard.MONDAY_TEN;
    switchboard.routing.recovered();
    assertThatThrownBy(() -> await(switchboard.routing.waiting(call)))
        .hasMessageContaining("not known");
  }

  @Test
  void aServiceThatStopsTakesOnNoCall() {
    switchboard.routing.close();
    assertThatThrownBy(() -> route(call, "33199001001", STRANGER)).hasMessageContaining("stops");
    assertThat(switchboard.journal.find(call)).isEmpty();
  }

  @Test
  void theLadderIsClimbedAndEndsAtTheDesk() {
    direct("+33639980001", "+33639980002");
    assertThat(route(call, "33199001001", STRANGER))
        .isEqualTo(
            new Reply.Dial(1, List.of(Switchboard.target("+33639980001")), 20, office.number));
    assertThat(step(1, StepWord.BUSY))
        .isEqualTo(
            new Reply.Dial(2, List.of(Switchboard.target("+33639980002")), 20, office.number));
    assertThat(step(2, StepWord.NOANSWER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
    assertThat(events())
        .containsExactly(
            "arrived", "decided", "ladder-step busy", "ladder-step no-answer", "waiting");
  }

  @Test
  void aCustomerWhoAnswersHasTheCaller() {
    direct("+33639980001");
    route(call, "33199001001", STRANGER);
    switchboard.routing.ladderAnswered(call, 1, Switchboard.MONDAY_TEN);
    switchboard.journal.hungUp(call, Switchboard.MONDAY_TEN.plusSeconds(60));
    assertThat(events())
        .containsExactly("arrived", "decided", "ladder-step answered", "put-through", "ended");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("PUT_THROUGH");
  }

  @Test
  void aNumberTheTollFenceRefusesIsNeverDialled() {
    direct("+33899123456", "+41441234567", "+33639980002");
    assertThat(route(call, "33199001001", STRANGER))
        .isEqualTo(
            new Reply.Dial(3, List.of(Switchboard.target("+33639980002")), 20, office.number));
    assertThat(events())
        .containsExactly(
            "arrived",
            "decided",
            "ladder-step unreachable premium",
            "ladder-step unreachable country-not-allowed");
  }

  @Test
  void aNumberThatIsOnTheListNoMoreIsNotDialled() {
    direct("+33639980001", "+33639980002");
    route(call, "33199001001", STRANGER);
    office.run("update forwarding_number set proven_at = null");
    until(
        () ->
            switchboard.snapshots.byNumber(office.number).orElseThrow().instructions().stream()
                .allMatch(each -> each.handling().ladder().isEmpty()));
    assertThat(step(1, StepWord.NOANSWER)).isInstanceOf(Reply.ToDesk.class);
    assertThat(events()).contains("ladder-step unreachable not-proven");
  }

  @Test
  void whenTheDayIsUsedUpTheRungCountsAsRefusedAndADeskTakesOver() {
    direct("+33639980001", "+33639980002");
    for (int i = 0; i < 200; i++) {
      switchboard.book.reserve(
          office.customer,
          java.time.ZoneId.of("Europe/Paris"),
          java.util.UUID.randomUUID(),
          io.permanence.model.outgoing.OutgoingLeg.Purpose.PUT_THROUGH,
          Switchboard.target("+33639980001"),
          Switchboard.MONDAY_TEN);
    }
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
    assertThat(events())
        .containsExactly("arrived", "decided", "ladder-step refused daily-minutes", "waiting");
    assertThat(switchboard.capped)
        .containsExactly(io.permanence.model.line.TollRefusal.DAILY_MINUTES);
  }

  @Test
  void aServiceThatHasJustStartedKnowsWhoseDayIsUsedUp() {
    direct("+33639980001");
    office.run(
        """
        insert into outgoing_leg (customer_id, id, subject_id, purpose, day, rate,
          reserved_seconds, started_at, changed_at)
        values (?, gen_random_uuid(), gen_random_uuid(), 'PUT_THROUGH', '2026-11-23', 'MOBILE',
          35600, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z')\
        """,
        office.customer.value());
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
    assertThat(events()).contains("ladder-step refused daily-minutes");
  }

  @Test
  void aServiceThatHasJustStartedKnowsTheCapsOfACustomerWhoHasOwn() {
    direct("+33639980001");
    office.run(
        "insert into outgoing_cap (customer_id, legs, updated_at) values (?, 0, now())",
        office.customer.value());
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.ToDesk.class);
    until(() -> switchboard.expected.size() == 1);
    assertThat(events()).contains("ladder-step refused daily-legs");
  }

  @Test
  void aPutThroughThatComesBackIsRefusedAndCountsAsNoAnswer() {
    direct("+33639980001", "+33639980002");
    route(call, "33199001001", STRANGER);
    CallId back = CallId.random();
    assertThat(route(back, "33199001001", "33199001001")).isInstanceOf(Reply.RejectLoop.class);
    assertThat(step(1, StepWord.BUSY)).isInstanceOf(Reply.Dial.class);
    assertThat(events()).contains("ladder-step loop");
    assertThat(office.texts("select id from call where id = ?", back.value())).isEmpty();
    assertThat(switchboard.expected).isEmpty();
  }

  @Test
  void whenTooManyCallWhatComesBackIsStillRefusedAndNotToldThatAllLinesAreBusy(Vertx vertx) {
    switchboard.stop();
    switchboard = Switchboard.busy(vertx, postgres.settings());
    direct("+33639980001", "+33639980002");
    assertThat(route(call, "33199001001", STRANGER)).isInstanceOf(Reply.Dial.class);
    assertThat(route(CallId.random(), "33199001001", STRANGER))
        .isEqualTo(new Reply.Announce("static/ALL_LINES_BUSY"));
    assertThat(route(CallId.random(), "33199001001", "33199001001"))
        .isInstanceOf(Reply.RejectLoop.class);
    assertThat(step(1, StepWord.BUSY)).isInstanceOf(Reply.Dial.class);
    assertThat(events()).contains("ladder-step loop");
  }

  @Test
  void aCallerWhoWaitsIsAskedAboutAndMayGetVoicemail() {
    routeToDesk();
    assertThat(await(switchboard.routing.waiting(call))).isInstanceOf(Reply.Wait.class);
    switchboard.patience = new WaitingRoom.Patience.Voicemail();
    assertThat(await(switchboard.routing.waiting(call)))
        .isEqualTo(new Reply.Voicemail("static/ALL_BUSY"));
    assertThat(events()).containsExactly("arrived", "decided", "waiting", "voicemail");
  }

  @Test
  void aCallerWhoWaitsIsToldWhatLiesReadyAndAsked() {
    routeToDesk();
    WaitingPhrase next = WaitingPhrase.of(Kind.NEXT);
    WaitingPhrase notReady = new WaitingPhrase(Kind.MINUTES, 7);
    switchboard.patience = new WaitingRoom.Patience.Hear("en", List.of(next, notReady));
    assertThat(await(switchboard.routing.waiting(call)))
        .isEqualTo(new Reply.Say(List.of("en/NEXT0")));
    switchboard.patience = new WaitingRoom.Patience.Hear("en", List.of(notReady));
    assertThat(await(switchboard.routing.waiting(call))).isEqualTo(new Reply.Wait());
    switchboard.patience =
        new WaitingRoom.Patience.Choose("fr", WaitingPhrase.of(Kind.CALLBACK_OR_MESSAGE));
    assertThat(await(switchboard.routing.waiting(call)))
        .isEqualTo(new Reply.Menu("fr/CALLBACK_OR_MESSAGE0"));
    switchboard.patience = new WaitingRoom.Patience.Goodbye("fr");
    assertThat(await(switchboard.routing.key(call, 1)))
        .isEqualTo(new Reply.Announce("fr/CALLBACK_NOTED0"));
  }

  @Test
  void aCallNobodyKnowsIsLeftToTheFallback() {
    switchboard.routing.recovered();
    assertThatThrownBy(() -> await(switchboard.routing.waiting(call)))
        .hasMessageContaining("not known");
    assertThatThrownBy(() -> step(1, StepWord.BUSY)).hasMessageContaining("not known");
  }

  @Test
  void anEntryThatPostgresRefusesDoesNotHoldUpTheOthers() {
    Office gone = Office.open(postgres.superuserJdbc(), "+33199001002");
    until(() -> switchboard.snapshots.byNumber(gone.number).isPresent());
    CallId lost = CallId.random();
    route(lost, "33199001002", STRANGER);
    await(switchboard.journal.drained());
    gone.run("delete from customer where customer_id = ?", gone.customer.value());
    switchboard.journal.hungUp(lost, Switchboard.MONDAY_TEN.plusSeconds(9));
    route(call, "33199001001", STRANGER);
    until(() -> switchboard.expected.size() == 2);
    assertThat(events()).containsExactly("arrived", "decided", "waiting");
    assertThat(switchboard.journal.lost()).isEqualTo(1);
  }

  @Test
  void aRestartTakesUpTheCallsThatAreOpen(Vertx vertx) {
    routeToDesk();
    await(switchboard.journal.drained());
    Switchboard restarted = Switchboard.start(vertx, postgres.settings());
    List<LiveCall> resumed = await(restarted.recovery.resumeAll());
    assertThat(resumed).extracting(LiveCall::id).containsExactly(call);
    assertThat(await(restarted.routing.waiting(call))).isInstanceOf(Reply.Wait.class);
    assertThat(restarted.journal.broken(call, Switchboard.MONDAY_TEN)).isTrue();
    await(restarted.journal.drained());
    assertThat(events()).containsExactly("arrived", "decided", "waiting", "ended");
    assertThat(office.texts("select outcome from call where id = ?", call.value()))
        .containsExactly("BROKEN");
    restarted.stop();
  }
}
