package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.Id;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that come twice, at once, or against what another one needs. */
class RequestsThatMeetTest {
  private static final int AT_ONCE = 8;

  @RegisterExtension private static final Portal PORTAL = new Portal();
  private House house = House.build(PORTAL);
  private Portal.Account account = PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false);
  private Browser browser = PORTAL.signIn(account);

  @Test
  void aNumberAddedSeveralTimesAtOnceIsAddedOnce() {
    List<HttpResponse<Buffer>> answers =
        atOnce("/forwarding-numbers", number(Id.next(), "+33639981901"));
    assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(answers).extracting(HttpResponse::bodyAsString).containsOnly(body(answers));
  }

  @Test
  void oneNumberUnderSeveralIdsAtOnceIsListedOnce() {
    List<HttpResponse<Buffer>> answers =
        atOnce(() -> post("/forwarding-numbers", number(Id.next(), "+33639981902")));
    assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(201, 400);
    assertThat(answers.stream().filter(each -> each.statusCode() == 400))
        .allSatisfy(
            each -> assertThat(Portal.errors(each)).containsExactly("number already-listed"));
  }

  @Test
  void anInstructionCreatedSeveralTimesAtOnceIsCreatedOnce() {
    JsonObject wish = instruction().put("id", Id.next().toString());
    List<HttpResponse<Buffer>> answers = atOnce("/instructions", wish);
    assertThat(statuses(answers)).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(answers).extracting(HttpResponse::bodyAsString).containsOnly(body(answers));
    assertThat(
            Portal.await(post("/instructions", wish.copy().put("greeting", "Autre"))).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aNumberThatOnlyRingsWithOthersIsInUse() {
    UUID number = house.forwardingNumber();
    JsonObject step =
        new JsonObject()
            .put("forwardingNumberId", house.number().toString())
            .put("ringSeconds", 20)
            .put("onNoAnswer", "DESK")
            .put("onBusy", "DESK")
            .put("alsoRings", new JsonArray().add(number.toString()));
    JsonObject wish =
        instruction()
            .put("id", Id.next().toString())
            .put("putThrough", "ALL")
            .put("ladder", new JsonArray().add(step));
    assertThat(Portal.await(post("/instructions", wish)).statusCode()).isEqualTo(201);
    HttpResponse<Buffer> refused =
        browser.send(HttpMethod.DELETE, "/forwarding-numbers/" + number, null);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.bodyAsJsonObject().getString("type")).isEqualTo("in-use");
  }

  @Test
  void whatIsOverTakesNoRoom() {
    house.run(
        """
        insert into instruction (customer_id, id, line_id, window_kind, put_through, greeting,
          message, created_at, updated_at, starts_at, ends_at)
        select customer_id, gen_random_uuid(), id, 'ONE_OFF', 'NONE', 'Bonjour', 'Absent.', ?, ?,
          timestamptz '2026-11-01 08:00Z', timestamptz '2026-11-02 08:00Z'
        from line, generate_series(1, 200) where id = ?\
        """,
        Portal.NOON,
        Portal.NOON,
        house.line());
    assertThat(browser.get("/instructions").bodyAsJsonObject().getJsonArray("items")).isEmpty();
    JsonObject wish = instruction().put("id", Id.next().toString());
    assertThat(Portal.await(post("/instructions", wish)).statusCode()).isEqualTo(201);
  }

  private List<HttpResponse<Buffer>> atOnce(String path, JsonObject wish) {
    return atOnce(() -> post(path, wish));
  }

  private static List<HttpResponse<Buffer>> atOnce(Supplier<Future<HttpResponse<Buffer>>> send) {
    List<Future<HttpResponse<Buffer>>> sent =
        IntStream.range(0, AT_ONCE).mapToObj(i -> send.get()).toList();
    return sent.stream().map(Portal::await).toList();
  }

  private Future<HttpResponse<Buffer>> post(String path, JsonObject wish) {
    return browser.request(HttpMethod.POST, path).sendJsonObject(wish);
  }

  private static List<Integer> statuses(List<HttpResponse<Buffer>> answers) {
    return answers.stream().map(HttpResponse::statusCode).toList();
  }

  private static String body(List<HttpResponse<Buffer>> answers) {
    return answers.getFirst().bodyAsString();
  }

  private static JsonObject number(UUID id, String number) {
    return new JsonObject()
        .put("id", id.toString())
        .put("number", number)
        .put("label", "Double clic");
  }

  private JsonObject instruction() {
    return Bodies.instruction(house.line());
  }
}
