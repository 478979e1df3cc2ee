package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What would happen if somebody called, and how last week would have gone (A11). */
class PreviewTest {
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private static final String STRANGER = "+33639980150";
  private static final String VIP = "+33639980101";
  private final House house = House.build(PORTAL);
  private final Browser browser =
      PORTAL.signIn(PORTAL.account(house.customer(), Role.CUSTOMER_OWNER, false));

  private HttpResponse<Buffer> ask(@Nullable String number, Instant at) {
    return browser.send(
        HttpMethod.POST,
        "/previews",
        new JsonObject()
            .put("lineId", house.line().toString())
            .put("number", number)
            .put("at", at.toString()));
  }

  private JsonObject preview(@Nullable String number, Instant at) {
    HttpResponse<Buffer> answer = ask(number, at);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    return answer.bodyAsJsonObject();
  }

  private static String reason(JsonObject preview) {
    return preview.getJsonObject("reason").getString("code");
  }

  private void vip() {
    UUID contact = house.contact("Jeanne Petit");
    house.run("update contact set mark = 'VIP' where id = ?", contact);
    house.run(
        "insert into contact_number (customer_id, contact_id, number) values (?, ?, ?)",
        house.customer().value(),
        contact,
        VIP);
  }

  private UUID direct(JsonObject window) {
    String id = Bodies.fresh();
    HttpResponse<Buffer> made =
        browser.send(HttpMethod.POST, "/instructions", everybodyDirectly(window).put("id", id));
    assertThat(made.statusCode()).as(made.bodyAsString()).isEqualTo(201);
    return UUID.fromString(id);
  }

  private JsonObject everybodyDirectly(JsonObject window) {
    return Bodies.instruction(house.line())
        .put("window", window)
        .put("putThrough", "ALL")
        .put("mode", "DIRECT")
        .put(
            "ladder",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("forwardingNumberId", house.number().toString())
                        .put("ringSeconds", 20)
                        .put("onNoAnswer", "NEXT")
                        .put("onBusy", "DESK")));
  }

  private static JsonObject oneOff(Instant from, Instant to) {
    return new JsonObject()
        .put("kind", "ONE_OFF")
        .put("from", from.toString())
        .put("to", to.toString());
  }

  private static JsonObject always() {
    return new JsonObject().put("kind", "OPEN_ENDED").putNull("from");
  }

  @Test
  void theStandingDefaultAnswersForAStrangerAVipAndAWithheldNumber() {
    vip();
    assertThat(preview(STRANGER, Portal.NOON).getString("way")).isEqualTo("DESK");
    assertThat(reason(preview(STRANGER, Portal.NOON))).isEqualTo("not-vip");
    JsonObject known = preview(VIP, Portal.NOON);
    assertThat(known.getString("way")).isEqualTo("PUT_THROUGH");
    assertThat(known.getBoolean("directly")).isFalse();
    assertThat(known.getBoolean("vip")).isTrue();
    assertThat(known.getJsonArray("ladder")).hasSize(1);
    assertThat(reason(preview(null, Portal.NOON))).isEqualTo("withheld");
  }

  @Test
  void theInstructionThatGovernsIsNamedAndThoseItOverrulesWithWhy() {
    Instant from = Portal.NOON.plus(Duration.ofDays(1));
    UUID open = direct(always());
    UUID longer = direct(oneOff(from, from.plusSeconds(7200)));
    UUID shorter = direct(oneOff(from, from.plusSeconds(3600)));
    JsonObject preview = preview(STRANGER, from.plusSeconds(60));
    assertThat(preview.getString("way")).isEqualTo("PUT_THROUGH");
    assertThat(preview.getBoolean("directly")).isTrue();
    assertThat(preview.getString("afterwards")).isEqualTo("DESK");
    assertThat(preview.getJsonObject("reason").getString("instructionId"))
        .isEqualTo(shorter.toString());
    assertThat(preview.getJsonObject("reason").getInteger("instructionVersion")).isEqualTo(1);
    assertThat(preview.getJsonArray("overruled").stream().map(Object::toString))
        .containsExactly(
            "{\"instructionId\":\"" + longer + "\",\"why\":\"SHORTER\"}",
            "{\"instructionId\":\"" + open + "\",\"why\":\"KIND\"}");
  }

  @Test
  void aOneTapChangeKeepsTheRuleForWithheldNumbersOfWhatItTakesOverFrom() {
    JsonObject wish =
        everybodyDirectly(always()).put("id", Bodies.fresh()).put("withheldCallers", "VOICEMAIL");
    browser.send(HttpMethod.POST, "/instructions", wish);
    HttpResponse<Buffer> changed =
        browser.send(
            HttpMethod.PUT,
            "/lines/" + house.line() + "/quick-change",
            new JsonObject().put("putThrough", "NONE"));
    assertThat(changed.statusCode()).as(changed.bodyAsString()).isEqualTo(200);
    Instant soon = Portal.NOON.plusSeconds(60);
    assertThat(reason(preview(STRANGER, soon))).isEqualTo("nobody");
    assertThat(reason(preview(null, soon))).isEqualTo("withheld-to-voicemail");
  }

  @Test
  void whatCannotBeAnsweredNamesFieldAndRule() {
    assertThat(Portal.errors(ask(STRANGER, Portal.NOON.plus(Duration.ofDays(367)))))
        .containsExactly("at out-of-range");
    assertThat(Portal.errors(ask(STRANGER, Portal.NOON.minus(Duration.ofDays(8)))))
        .containsExactly("at out-of-range");
    House other = House.build(PORTAL);
    HttpResponse<Buffer> foreign =
        browser.send(
            HttpMethod.POST,
            "/previews",
            new JsonObject()
                .put("lineId", other.line().toString())
                .putNull("number")
                .put("at", Portal.NOON.toString()));
    assertThat(Portal.errors(foreign)).containsExactly("lineId unknown");
  }

  @Test
  void lastWeeksCallsAreDecidedAgainUnderTheDraftAndNothingIsKept() {
    vip();
    UUID changed = house.call(Portal.NOON.minus(Duration.ofDays(2)), STRANGER);
    house.call(Portal.NOON.minus(Duration.ofDays(8)), STRANGER);
    UUID fallback = house.call(Portal.NOON.minus(Duration.ofDays(3)), STRANGER);
    house.run("update call set reason = 'fallback', decision = 'voicemail' where id = ?", fallback);
    House other = House.build(PORTAL);
    other.call(Portal.NOON.minus(Duration.ofDays(1)), STRANGER);
    HttpResponse<Buffer> answer =
        browser.send(HttpMethod.POST, "/replays", everybodyDirectly(always()));
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    JsonObject replay = answer.bodyAsJsonObject();
    assertThat(replay.getInteger("calls")).isEqualTo(2);
    assertThat(replay.getBoolean("more")).isFalse();
    assertThat(replay.getInteger("changed")).isEqualTo(1);
    assertThat(replay.getJsonObject("went").getInteger("desk")).isEqualTo(1);
    assertThat(replay.getJsonObject("would").getInteger("putThrough")).isEqualTo(2);
    JsonObject first = replay.getJsonArray("items").getJsonObject(0);
    assertThat(first.getString("id")).isEqualTo(changed.toString());
    assertThat(first.getString("went")).isEqualTo("DESK");
    assertThat(first.getString("would")).isEqualTo("PUT_THROUGH");
    assertThat(first.getJsonObject("reason").getString("code")).isEqualTo("all");
    assertThat(browser.get("/instructions").bodyAsJsonObject().getJsonArray("items")).isEmpty();
  }

  @Test
  void fiveHundredCallsAreDecidedAgainAndOlderOnesAreSaidToBeLeftOut() {
    house.run(
        """
        insert into call (customer_id, id, line_id, caller, arrived_at, decision, reason)
        select ?, gen_random_uuid(), ?, ?, ?::timestamptz - n * interval '1 minute', 'desk',
          'not-vip' from generate_series(1, 501) n\
        """,
        house.customer().value(),
        house.line(),
        STRANGER,
        Portal.NOON.toString());
    JsonObject replay =
        browser.send(HttpMethod.POST, "/replays", everybodyDirectly(always())).bodyAsJsonObject();
    assertThat(replay.getInteger("calls")).isEqualTo(500);
    assertThat(replay.getInteger("changed")).isEqualTo(500);
    assertThat(replay.getBoolean("more")).isTrue();
  }

  @Test
  void aDraftOfAStoredInstructionTakesItsPlace() {
    UUID stored = direct(always());
    house.call(Portal.NOON.minus(Duration.ofDays(2)), STRANGER);
    JsonObject draft =
        everybodyDirectly(always())
            .put("instructionId", stored.toString())
            .put("putThrough", "NONE");
    JsonObject replay = browser.send(HttpMethod.POST, "/replays", draft).bodyAsJsonObject();
    assertThat(replay.getInteger("changed")).isZero();
    assertThat(reason(replay.getJsonArray("items").getJsonObject(0))).isEqualTo("nobody");
  }

  @Test
  void aDraftThatCouldNotBeSavedIsRefusedAsSavingItWouldBe() {
    JsonObject draft = everybodyDirectly(always()).put("ladder", new JsonArray());
    assertThat(Portal.errors(browser.send(HttpMethod.POST, "/replays", draft)))
        .containsExactly("ladder required");
  }
}
