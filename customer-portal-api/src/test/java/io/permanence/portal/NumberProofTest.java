package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.permanence.store.proof.NumberProof;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A forwarding number is proven by its owner before it is dialled (A14), over real HTTP. */
class NumberProofTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private final House house = House.build(PORTAL);
  private final Browser browser =
      PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false));
  private final UUID number = house.unprovenNumber();

  private HttpResponse<Buffer> ask(UUID id, String by) {
    return ask(number, id, by);
  }

  private HttpResponse<Buffer> ask(UUID which, UUID id, String by) {
    return browser.send(
        HttpMethod.POST,
        "/forwarding-numbers/" + which + "/codes",
        new JsonObject().put("id", id.toString()).put("by", by));
  }

  private UUID asked(String by) {
    UUID id = Id.next();
    assertThat(ask(id, by).statusCode()).isEqualTo(201);
    return id;
  }

  private HttpResponse<Buffer> type(String code) {
    return browser.send(
        HttpMethod.PUT,
        "/forwarding-numbers/" + number + "/proof",
        new JsonObject().put("code", code));
  }

  /** The code as the SMS or the call has it. */
  private String code(UUID proof) {
    String stored =
        PORTAL
            .postgres
            .look("select encode(code_sealed, 'hex') from number_proof where id = ?::uuid", proof)
            .getFirst();
    return PORTAL
        .sealer
        .open(HexFormat.of().parseHex(stored), NumberProof.purpose(proof))
        .orElseThrow();
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private boolean proven() {
    return !PORTAL
        .postgres
        .look(
            "select id from forwarding_number where id = ?::uuid and proven_at is not null", number)
        .isEmpty();
  }

  private static String errors(HttpResponse<Buffer> answer) {
    JsonObject error = answer.bodyAsJsonObject().getJsonArray("errors").getJsonObject(0);
    Object limit = error.getValue("limit");
    return answer.statusCode()
        + " "
        + error.getString("field")
        + " "
        + error.getString("rule")
        + (limit == null ? "" : " " + limit);
  }

  @Test
  void aCodeSentBySmsAndTypedProvesTheNumber() {
    UUID proof = asked("SMS");
    assertThat(PORTAL.postgres.look("select kind from outbox where subject_id = ?::uuid", proof))
        .containsExactly("NUMBER_PROOF");
    assertThat(proven()).isFalse();
    HttpResponse<Buffer> done = type(code(proof));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.bodyAsJsonObject().getString("provenAt")).isEqualTo("2026-11-23T11:00:00Z");
    assertThat(proven()).isTrue();
    assertThat(PORTAL.postgres.look("select id from number_proof where code_sealed is not null"))
        .doesNotContain(proof.toString());
    assertThat(type("123456").statusCode()).as("a repeat").isEqualTo(200);
    assertThat(ask(Id.next(), "SMS").bodyAsJsonObject().getString("type"))
        .isEqualTo("already-proven");
  }

  @Test
  void aCodeToBeSpokenIsLeftToTheRouterAndTellsNothingOfItself() {
    UUID proof = asked("CALL");
    assertThat(PORTAL.postgres.look("select id from outbox where subject_id = ?::uuid", proof))
        .isEmpty();
    HttpResponse<Buffer> latest = browser.get("/forwarding-numbers/" + number + "/codes/latest");
    assertThat(latest.bodyAsJsonObject().fieldNames())
        .containsExactlyInAnyOrder("id", "by", "sentAt", "expiresAt", "attemptsLeft", "call");
    assertThat(latest.bodyAsString()).doesNotContain(code(proof));
    assertThat(latest.bodyAsJsonObject().getValue("call")).isNull();
    assertThat(type(code(proof)).statusCode()).isEqualTo(200);
  }

  @Test
  void fiveWrongCodesUseItUp() {
    String right = code(asked("SMS"));
    for (int left = 4; left >= 0; left--) {
      assertThat(errors(type(other(right)))).isEqualTo("400 code wrong-code " + left);
    }
    assertThat(errors(type(right))).isEqualTo("400 code used-up");
    assertThat(proven()).isFalse();
  }

  @Test
  void aCodeExpiresAfterTenMinutesAndANewerOneReplacesIt() {
    UUID first = asked("SMS");
    String old = code(first);
    PORTAL.clock.moveTo(Portal.NOON.plusSeconds(600));
    assertThat(errors(type(old))).isEqualTo("400 code expired");
    UUID second = asked("SMS");
    String fresh = code(second);
    if (!old.equals(fresh)) {
      assertThat(errors(type(old))).isEqualTo("400 code wrong-code 4");
    }
    assertThat(type(fresh).statusCode()).isEqualTo(200);
  }

  @Test
  void tooManyCodesAreRefusedWithTheLimitAndTheTimeToWait() {
    asked("SMS");
    HttpResponse<Buffer> atOnce = ask(Id.next(), "SMS");
    assertThat(errors(atOnce)).isEqualTo("429 by one-at-a-time 1");
    assertThat(atOnce.getHeader("Retry-After")).isEqualTo("30");
    PORTAL.clock.moveTo(Portal.NOON.plusSeconds(60));
    asked("CALL");
    PORTAL.clock.moveTo(Portal.NOON.plusSeconds(120));
    asked("SMS");
    PORTAL.clock.moveTo(Portal.NOON.plusSeconds(180));
    assertThat(errors(ask(Id.next(), "CALL"))).isEqualTo("429 by number-per-hour 3");
  }

  @Test
  void removingTheNumberAndAddingItAgainDoesNotBeginTheLimitsAnew() {
    asked("SMS");
    String digits =
        PORTAL
            .postgres
            .look("select number from forwarding_number where id = ?::uuid", number)
            .getFirst();
    assertThat(browser.send(HttpMethod.DELETE, "/forwarding-numbers/" + number, null).statusCode())
        .isEqualTo(204);
    UUID again = house.unprovenNumber(digits);
    HttpResponse<Buffer> answer =
        browser.send(
            HttpMethod.POST,
            "/forwarding-numbers/" + again + "/codes",
            new JsonObject().put("id", Id.next().toString()).put("by", "SMS"));
    assertThat(errors(answer)).isEqualTo("429 by one-at-a-time 1");
  }

  @Test
  void anSmsToAFixedLineIsRefusedAndACallIsNot() {
    UUID fixed = house.unprovenNumber("+33199009877");
    assertThat(errors(ask(fixed, Id.next(), "SMS"))).isEqualTo("400 by not-a-mobile");
    assertThat(ask(fixed, Id.next(), "CALL").statusCode()).isEqualTo(201);
  }

  @Test
  void aRepeatedRequestSendsNoSecondCode() {
    UUID id = asked("SMS");
    assertThat(ask(id, "SMS").statusCode()).isEqualTo(200);
    assertThat(ask(id, "CALL").bodyAsJsonObject().getString("type")).isEqualTo("id-already-used");
    assertThat(PORTAL.postgres.look("select id from outbox where subject_id = ?::uuid", id))
        .hasSize(1);
  }

  @Test
  void withoutACodeNothingIsProvenAndNonsenseIsNamed() {
    assertThat(type("123456").bodyAsJsonObject().getString("type")).isEqualTo("no-code-sent");
    for (String wrong : List.of("", "12345", "1234567", "12345a", "١٢٣٤٥٦")) {
      assertThat(type(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(ask(Id.next(), "FAX").statusCode()).isEqualTo(400);
  }

  @Test
  void anotherCustomersNumberIsNotFound() {
    House foreign = House.build(PORTAL);
    UUID theirs = foreign.unprovenNumber();
    HttpResponse<Buffer> answer =
        browser.send(
            HttpMethod.POST,
            "/forwarding-numbers/" + theirs + "/codes",
            new JsonObject().put("id", Id.next().toString()).put("by", "SMS"));
    assertThat(answer.statusCode()).isEqualTo(404);
  }
}
