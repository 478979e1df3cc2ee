package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.proof.NumberProof;
import io.permanence.testing.sip.Behaviour;
import io.permanence.testing.sip.Phones;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What leaves through a real trunk (A14, S7): a carrier listens, and what the fence refuses sends
 * it no INVITE.
 */
class TollFenceWithAsteriskTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ALLOWED = "+33639980003";
  private static final String UNPROVEN = "+33639980004";

  private static House house;
  private static Phones carrier;
  private static CustomerId customer;
  private static UUID standing;

  @BeforeAll
  static void open() {
    house = new House();
    carrier =
        Phones.behindTrunk(
            house.asterisk.trunk(),
            Map.of(
                ALLOWED,
                Behaviour.busy(),
                UNPROVEN,
                Behaviour.answers(),
                House.ANSWERING,
                Behaviour.answers(),
                House.BUSY,
                Behaviour.busy(),
                "+33899123456",
                Behaviour.answers(),
                "+41446681800",
                Behaviour.answers(),
                "+881612345678",
                Behaviour.answers()));
    customer = CustomerId.of(house.database.look("select customer_id from customer").getFirst());
    standing = UUID.fromString(house.database.look("select id from instruction").getFirst());
    house.database.execute("update instruction set mode = 'DIRECT'");
  }

  @AfterAll
  static void close() {
    carrier.close();
    house.close();
  }

  @BeforeEach
  void emptyLadder() {
    house.database.execute("delete from ladder_step");
  }

  @AfterEach
  void nobodyIsCapped() {
    house.database.execute("delete from outgoing_cap");
    snapshotTaken(); // the next test begins with the company's caps in memory, too
  }

  private static void rung(int position, String number, boolean proven) {
    UUID id = Id.next();
    house.database.execute("delete from forwarding_number where number = ?", number);
    house.database.execute(
        "insert into forwarding_number (customer_id, id, number, label, proven_at, created_at)"
            + " values (?, ?, ?, 'Essai', case when ? then now() end, now())",
        customer.value(),
        id,
        number,
        proven);
    house.database.execute(
        "insert into ladder_step (customer_id, instruction_id, position, forwarding_number_id,"
            + " ring_seconds) values (?, ?, ?, ?, 10)",
        customer.value(),
        standing,
        position,
        id);
  }

  private static void until(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static long invites(String number) {
    return carrier.called().stream().filter(number::equals).count();
  }

  private static List<String> steps(String call) {
    return house.database.look(
        "select concat_ws(' ', detail ->> 'outcome', detail ->> 'fence') from call_event"
            + " where kind = 'ladder-step' and call_id = ?::uuid order by seq",
        call);
  }

  /** A call that goes up the ladder; its steps, so many. */
  private static List<String> climbed(int steps) {
    String newest = "select id from call order by arrived_at desc limit 1";
    List<String> before = house.database.look(newest);
    try (SipCall caller = SipCaller.through(house.asterisk.sip()).dialling(House.LINE).call()) {
      until("the call is in the journal", () -> !house.database.look(newest).equals(before));
      String call = house.database.look(newest).getFirst();
      until("the ladder is climbed", () -> steps(call).size() >= steps);
      caller.hangUp();
      return steps(call);
    }
  }

  /** Snapshots and caps are looked at once a second: two looks on, they are what the store has. */
  private static void snapshotTaken() {
    house.database.look("select cast(pg_sleep(2.2) as text)");
  }

  @Test
  void forbiddenAndUnprovenNumbersGetNoInviteAndTheAllowedOneDoes() {
    rung(0, "+33899123456", true);
    rung(1, "+41446681800", true);
    rung(2, "+881612345678", true);
    rung(3, UNPROVEN, false);
    rung(4, ALLOWED, true);
    snapshotTaken();
    assertThat(climbed(4))
        .containsExactly(
            "unreachable premium",
            "unreachable country-not-allowed",
            "unreachable no-country",
            "busy");
    assertThat(invites(ALLOWED)).isEqualTo(1);
    assertThat(carrier.called())
        .doesNotContain("+33899123456", "+41446681800", "+881612345678", UNPROVEN);
  }

  @Test
  void whenTheCapOfTheDayIsReachedNoInviteLeavesAndTheCompanyGetsATask() {
    rung(0, House.BUSY, true);
    snapshotTaken();
    climbed(1);
    long before = invites(House.BUSY);
    assertThat(before).isGreaterThanOrEqualTo(1);
    house.database.execute(
        "insert into outgoing_cap (customer_id, legs, updated_at) values (?, 1, now())",
        customer.value());
    snapshotTaken();
    assertThat(climbed(1)).containsExactly("refused daily-legs");
    assertThat(invites(House.BUSY)).isEqualTo(before);
    until(
        "the task is made",
        () -> house.database.look("select id from task where kind = 'CAP_REACHED'").size() == 1);
    assertThat(climbed(1)).containsExactly("refused daily-legs");
    assertThat(house.database.look("select id from task where kind = 'CAP_REACHED'")).hasSize(1);
    assertThat(invites(House.BUSY)).isEqualTo(before);
  }

  @Test
  void theDaysUseOutlivesTheService() {
    rung(0, House.BUSY, true);
    snapshotTaken();
    climbed(1);
    until(
        "every leg is over",
        () ->
            house.database.look("select id from outgoing_leg where ended_at is null").isEmpty()
                && !house.database.look("select id from outgoing_leg").isEmpty());
    int used = house.database.look("select id from outgoing_leg").size();
    house.restart();
    house.database.execute(
        "insert into outgoing_cap (customer_id, legs, updated_at) values (?, ?, now())",
        customer.value(),
        used);
    snapshotTaken();
    long before = invites(House.BUSY);
    assertThat(climbed(1)).containsExactly("refused daily-legs");
    assertThat(invites(House.BUSY)).isEqualTo(before);
  }

  private static UUID asked(String number) {
    UUID proof = Id.next();
    house.database.execute(
        "insert into number_proof (customer_id, id, forwarding_number_id, number, account_id,"
            + " channel, code_sealed, sent_at, expires_at)"
            + " values (?, ?, ?, ?, ?, 'CALL', ?, now(), now() + interval '10 minutes')",
        customer.value(),
        proof,
        Id.next(),
        number,
        AccountId.random().value(),
        new Sealer(new byte[32]).seal("135790", NumberProof.purpose(proof)));
    return proof;
  }

  private static String outcome(UUID proof) {
    String[] found = new String[1];
    until(
        "the call ended",
        () -> {
          List<String> outcomes =
              house.database.look(
                  "select concat_ws(' ', outcome, why) from number_proof_call"
                      + " where outcome is not null and proof_id = ?::uuid",
                  proof);
          outcomes.forEach(each -> found[0] = each.trim());
          return !outcomes.isEmpty();
        });
    return found[0];
  }

  @Test
  void theCodeIsSpokenToANumberThatIsNotProvenYet() {
    UUID proof = asked(UNPROVEN);
    carrier.awaitConversation(UNPROVEN);
    assertThat(outcome(proof)).isEqualTo("ANSWERED");
    carrier.awaitGone(UNPROVEN);
    until(
        "the leg is settled",
        () ->
            house
                    .database
                    .look(
                        "select id from outgoing_leg where subject_id = ?::uuid and purpose ="
                            + " 'PROOF' and answered_at is not null and ended_at is not null",
                        proof)
                    .size()
                == 1);
    assertThat(invites(UNPROVEN)).isEqualTo(1);
  }

  @Test
  void aCodeForAForbiddenNumberIsNotSpoken() {
    assertThat(outcome(asked("+33899123456"))).isEqualTo("REFUSED premium");
    assertThat(invites("+33899123456")).isZero();
  }
}
