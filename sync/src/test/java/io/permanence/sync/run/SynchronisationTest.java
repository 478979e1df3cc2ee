package io.permanence.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.sync.GoogleHouse;
import io.permanence.sync.Linked;
import io.permanence.sync.Waiting;
import io.permanence.testing.postgres.TestDatabase;
import io.permanence.testing.standin.google.people.PeopleFault;
import io.permanence.testing.standin.google.people.PeopleStandIn;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SynchronisationTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final String MARTIN = "martin@example.org";

  private GoogleHouse house;
  private Linked linked;

  @BeforeEach
  void moveIn(Vertx vertx) {
    house = new GoogleHouse(vertx, POSTGRES, List.of(MARTIN));
    linked = new Linked(house, MARTIN);
    put("c1", "Jeanne", "Petit", "+33 6 39 98 01 01");
    put("c2", "Loïc", "Garage", "06 39 98 01 02", "pas un numéro");
    put("c3", "Zoé", "Roy");
  }

  @AfterEach
  void leave() {
    house.close();
    POSTGRES.execute("update google_request set done_at = created_at where done_at is null");
    POSTGRES.execute("update google_link set state = 'NEEDS_CONSENT'");
  }

  @Test
  void linkingMirrorsTheContactsThatHaveANumberAndKeepsTheTokenSealed() {
    house.synchronise(2);
    linked.linkUp();
    assertThat(linked.mirror())
        .containsExactly("Jeanne Petit +33639980101", "Loïc Garage +33639980102");
    assertThat(
            POSTGRES.look(
                "select state || ' ' || scopes[1] from google_link where customer_id = ?",
                linked.customer.value()))
        .containsExactly("LINKED " + GoogleHouse.CONTACTS);
    assertThat(POSTGRES.look("select id::text from google_request where sealed is not null"))
        .isEmpty();
    assertThat(POSTGRES.look("select encode(refresh_token_sealed, 'escape') from google_link"))
        .noneMatch(text -> text.contains("1//") || text.contains("refresh"));
  }

  @Test
  void whatChangedAndWhatWasDeletedAtGoogleFollowsIncrementally() {
    house.synchronise(50);
    linked.linkUp();
    put("c1", "Jeanne", "Petit-Roy", "+33 6 39 98 01 09");
    put("c4", "Omar", "Diallo", "01 99 00 10 10");
    house.people.remove(MARTIN, "c2");
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.mirror())
        .containsExactly("Jeanne Petit-Roy +33639980109", "Omar Diallo +33199001010");
    assertThat(
            POSTGRES.look(
                """
                select added || ' ' || changed || ' ' || removed from sync_run
                where customer_id = ? order by started_at desc limit 1""",
                linked.customer.value()))
        .containsExactly("1 1 1");
  }

  @Test
  void anExpiredSyncTokenLeadsToAFullRunThatRemovesOnlyWhatIsGone() {
    house.synchronise(1);
    linked.linkUp();
    POSTGRES.execute(
        """
        insert into mirror_mark (customer_id, resource_name, mark) values (?, 'people/c1', 'VIP')""",
        linked.customer.value());
    house.people.remove(MARTIN, "c2");
    house.people.expireSyncTokens(MARTIN);
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.mirror()).containsExactly("Jeanne Petit +33639980101");
    assertThat(
            POSTGRES.look(
                "select mark from mirror_mark where customer_id = ?", linked.customer.value()))
        .containsExactly("VIP");
  }

  @Test
  void anEmptyAnswerDoesNotEmptyTheMirror() {
    house.synchronise(50);
    linked.linkUp();
    house.people.fail(MARTIN, PeopleFault.EMPTY_ANSWER, 1);
    linked.syncNow();
    assertThat(linked.mirror()).hasSize(2);

    house.people.expireSyncTokens(MARTIN);
    POSTGRES.execute("update google_link set contacts_sync_token = null");
    house.people.fail(MARTIN, PeopleFault.EMPTY_ANSWER, 1);
    assertThat(linked.syncNow()).isEqualTo("empty-answer-doubted");
    assertThat(linked.mirror()).hasSize(2);
    assertThat(linked.syncNow()).isEqualTo("done");
    assertThat(linked.mirror()).hasSize(2);
  }

  @Test
  void aGoogleThatIsAwayLeavesTheMirrorAsItIs() {
    house.synchronise(50);
    linked.linkUp();
    house.people.fail(MARTIN, PeopleFault.UNAVAILABLE, 1);
    assertThat(linked.syncNow()).isEqualTo("google-unavailable");
    house.people.fail(MARTIN, PeopleFault.INTERNAL, 1);
    assertThat(linked.syncNow()).isEqualTo("google-unavailable");
    house.people.fail(MARTIN, PeopleFault.RATE_LIMITED, 1);
    assertThat(linked.syncNow()).isEqualTo("google-limit");
    assertThat(linked.mirror()).hasSize(2);
    assertThat(linked.syncNow()).isEqualTo("done");
  }

  @Test
  void withdrawingDeletesTheMirrorRevokesAtGoogleAndAsksNothingMore() {
    house.synchronise(50);
    linked.linkUp();
    assertThat(house.oauth.isGranted(MARTIN)).isTrue();
    UUID request = linked.withdraw();
    ended(request, "revoked");
    assertThat(linked.rows()).isZero();
    assertThat(house.oauth.isGranted(MARTIN)).isFalse();
    long asked = house.people.requests();
    assertThat(linked.syncNow()).isEqualTo("nothing-to-do");
    assertThat(house.people.requests()).isEqualTo(asked);
  }

  @Test
  void withdrawingIsCarriedOutWhenGoogleIsAway() {
    house.synchronise(50);
    linked.linkUp();
    Waiting.on(house.oauth.close());
    long began = System.nanoTime();
    UUID request = linked.withdraw();
    Waiting.until("the mirror is gone", () -> linked.mirror().isEmpty(), linked::mirror);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    ended(request, "revocation-unconfirmed");
    assertThat(linked.rows()).isZero();
  }

  @Test
  void consentingAgainMirrorsAnew() {
    house.synchronise(50);
    linked.linkUp();
    ended(linked.withdraw(), "revoked");
    linked.consentAgain();
    UUID again = linked.connect(house.code(MARTIN, GoogleHouse.CONTACTS));
    ended(again, "linked");
    Waiting.until("mirrored", () -> linked.mirror().size() == 2, linked::mirror);
  }

  @Test
  void aCodeWhoseConsentWasWithdrawnIsNotExchanged() {
    String code = house.code(MARTIN, GoogleHouse.CONTACTS);
    UUID withdrawn = linked.withdraw();
    UUID request = linked.connect(code);
    house.synchronise(50);
    ended(request, "consent-withdrawn");
    ended(withdrawn, "nothing-linked");
    assertThat(linked.rows()).isZero();
    assertThat(house.people.requests()).isZero();
  }

  @Test
  void aCodeWithTheWrongVerifierOrTwiceIsRefused() {
    house.synchronise(50);
    String code = house.code(MARTIN, GoogleHouse.CONTACTS);
    ended(linked.connect(code, "x".repeat(50)), "invalid-grant");
    assertThat(linked.rows()).isZero();
    linked.linkUp();
  }

  @Test
  void aConsentAtGoogleThatLeavesOutTheContactsIsGivenBack() {
    house.synchronise(50);
    ended(linked.connect(house.code(MARTIN, GoogleHouse.OPENID)), "scope-missing");
    assertThat(linked.rows()).isZero();
    assertThat(house.oauth.isGranted(MARTIN)).isFalse();
  }

  @Test
  void aTokenThatGoogleEndedStopsTheRunsAndKeepsTheMirror() {
    house.synchronise(50);
    linked.linkUp();
    Waiting.on(house.oauth.withdraw(MARTIN));
    assertThat(linked.syncNow()).isEqualTo("needs-consent");
    assertThat(linked.mirror()).hasSize(2);
    assertThat(
            POSTGRES.look(
                "select state from google_link where customer_id = ?", linked.customer.value()))
        .containsExactly("NEEDS_CONSENT");
    assertThat(linked.syncNow()).isEqualTo("nothing-to-do");
  }

  @Test
  void severalWorkersRunALinkOneAtATime() {
    house.synchronise(1);
    house.synchronise(1);
    house.synchronise(1);
    linked.linkUp();
    assertThat(linked.runs()).containsExactly("done");
    assertThat(linked.mirror()).hasSize(2);
  }

  private void ended(UUID request, String outcome) {
    Waiting.until(
        "the request ended as " + outcome,
        () -> linked.outcome(request).equals(outcome),
        () -> linked.outcome(request));
  }

  private void put(String id, String given, String family, String... numbers) {
    house.people.put(MARTIN, id, PeopleStandIn.person(given, family, numbers));
  }
}
