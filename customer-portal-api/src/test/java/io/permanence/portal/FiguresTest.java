package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.permanence.model.Role;
import io.permanence.portal.Portal.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer sees the figures of their own lines, and of nobody else's (B11). */
class FiguresTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  @RegisterExtension private static final Portal PORTAL = new Portal();
  private static final House OWN = House.build(PORTAL);
  private static final House OTHER = House.build(PORTAL);
  private static final LocalDate TODAY = LocalDate.ofInstant(Portal.NOON, PARIS);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private static Instant yesterdayAt(int hour, int minute) {
    return YESTERDAY.atTime(hour, minute).atZone(PARIS).toInstant();
  }

  /** A call answered, or lost, so many seconds after its first ring. */
  private static void call(House house, Instant at, String how, int seconds) {
    UUID id = house.call(at, "+33639985555");
    PORTAL.postgres.execute("delete from call_event where call_id = ? and kind = 'ended'", id);
    PORTAL.postgres.execute(
        "insert into call_event (customer_id, call_id, seq, at, kind) values (?, ?, 1, ?,"
            + " 'waiting'), (?, ?, 2, ?, ?)",
        house.customer().value(),
        id,
        at,
        house.customer().value(),
        id,
        at.plusSeconds(seconds),
        how);
  }

  private static JsonObject read(Browser browser, String path) {
    return browser.get(path).bodyAsJsonObject();
  }

  private static List<JsonObject> rows(JsonArray array) {
    return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
  }

  @Test
  void daysAndHalfHoursAreCountedFromTheJournalByTheCustomersClock() {
    Browser browser = PORTAL.signIn(PORTAL.account(OWN.customer(), Role.CUSTOMER_READ_ONLY, false));
    call(OWN, yesterdayAt(9, 5), "answered", 10);
    call(OWN, yesterdayAt(9, 20), "answered", 40);
    call(OWN, yesterdayAt(9, 40), "lost", 3);
    call(OWN, yesterdayAt(10, 10), "lost", 60);
    call(OTHER, yesterdayAt(9, 6), "lost", 60);

    JsonObject month = read(browser, "/figures");
    List<JsonObject> days = rows(month.getJsonArray("days"));
    assertThat(days).hasSize(30);
    assertThat(days.getFirst().getString("day")).isEqualTo(TODAY.toString());
    JsonObject yesterday = days.get(1).getJsonObject("figures");
    assertThat(days.get(1).getString("day")).isEqualTo(YESTERDAY.toString());
    assertThat(yesterday.getInteger("arrived")).isEqualTo(4);
    assertThat(yesterday.getInteger("answered")).isEqualTo(2);
    assertThat(yesterday.getInteger("abandoned")).isEqualTo(2);
    assertThat(yesterday.getInteger("abandonPercent")).isEqualTo(50);
    assertThat(yesterday.getInteger("abandonPercentWithoutShort")).isEqualTo(33);
    assertThat(yesterday.getInteger("serviceLevelPercent")).isEqualTo(33);
    assertThat(yesterday.getInteger("averageAnswerSeconds")).isEqualTo(25);
    assertThat(days.get(5).getJsonObject("figures").getValue("serviceLevelPercent")).isNull();

    JsonObject day = read(browser, "/figures/" + YESTERDAY);
    assertThat(rows(day.getJsonArray("halfHours")))
        .extracting(
            each -> Instant.parse(each.getString("from")),
            each -> each.getJsonObject("figures").getInteger("arrived"))
        .containsExactly(
            tuple(yesterdayAt(9, 0), 2),
            tuple(yesterdayAt(9, 30), 1),
            tuple(yesterdayAt(10, 0), 1));
    JsonObject ofTheLine = read(browser, "/figures?lineId=" + OWN.line());
    assertThat(ofTheLine.getJsonObject("total").getInteger("arrived")).isEqualTo(4);
  }

  @Test
  void onlyTheLastThirtyDaysAreThere() {
    Browser browser = PORTAL.signIn(PORTAL.account(OWN.customer(), Role.CUSTOMER_OWNER, false));
    for (String day : List.of(TODAY.minusDays(30).toString(), "2099-01-01")) {
      assertThat(browser.get("/figures/" + day).statusCode()).isEqualTo(404);
    }
    assertThat(browser.get("/figures/" + YESTERDAY).statusCode()).isEqualTo(200);
  }
}
