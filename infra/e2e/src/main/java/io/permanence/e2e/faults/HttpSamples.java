package io.permanence.e2e.faults;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Requests that both HTTP servers understand, to be damaged. None of them signs anybody out, and
 * what they change is the account's own or made by them.
 */
final class HttpSamples {
  /** In a path or body: an id, now and then one that was there before. */
  private static final String ID = "ID";

  private static final int KNOWN_IDS = 12;

  private HttpSamples() {}

  /** One request; the body is empty where there is none. */
  record Sample(String method, String path, String body) {}

  private static final String INSTRUCTION =
      """
      {"id":"ID","lineId":"LINE","window":{"kind":"WEEKLY","hours":[{"days":["MONDAY"],\
      "from":"08:00","to":"12:30"}],"closedOnHolidays":true,"otherDays":[{"date":"2026-12-24",\
      "hours":[]}]},"greeting":"Bonjour","putThrough":"NONE","mode":"ANNOUNCED",\
      "message":"Absent.","ladder":[],"secretaryNotes":null}\
      """;

  private static final List<Sample> APP =
      List.of(
          new Sample("GET", "calls?limit=50&unread=true&text=Martin", ""),
          new Sample("GET", "calls?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00%2B01:00", ""),
          new Sample("GET", "calls?cursor=WyJhIiwiYiJd", ""),
          new Sample("GET", "calls/ID", ""),
          new Sample("GET", "figures", ""),
          new Sample("GET", "figures/2026-11-23", ""),
          new Sample("PATCH", "notes/ID", "{\"read\":true,\"binned\":false}"),
          new Sample("PUT", "notes/ID/feedback", "{\"rating\":\"GOOD\",\"comment\":\"Très bien\"}"),
          new Sample("GET", "notes/ID/deliveries", ""),
          new Sample("GET", "lines", ""),
          new Sample(
              "PUT",
              "lines/LINE/quick-change",
              "{\"putThrough\":\"NONE\",\"until\":\"2027-01-01T00:00:00Z\",\"message\":\"Non\"}"),
          new Sample("DELETE", "lines/LINE/quick-change", ""),
          new Sample(
              "PUT",
              "lines/LINE/choices",
              """
              {"outOfHours":"VOICEMAIL","blockedCallers":"MESSAGE","withheldCallers":\
              "AS_STRANGERS","whenBusy":"AS_INSTRUCTED","holidays":"FRANCE"}\
              """),
          new Sample(
              "POST",
              "previews",
              "{\"lineId\":\"LINE\",\"number\":\"+33639980001\",\"at\":\"2026-11-23T09:00:00Z\"}"),
          new Sample("GET", "instructions?lineId=LINE", ""),
          new Sample("POST", "instructions", INSTRUCTION),
          new Sample("PUT", "instructions/ID", INSTRUCTION.replace("\"id\":\"ID\",", "")),
          new Sample("DELETE", "instructions/ID", ""),
          new Sample("GET", "forwarding-numbers", ""),
          new Sample(
              "POST",
              "forwarding-numbers",
              "{\"id\":\"ID\",\"number\":\"+33639981234\",\"label\":\"Essai\"}"),
          new Sample("DELETE", "forwarding-numbers/ID", ""),
          new Sample("POST", "forwarding-numbers/ID/proof", "{\"code\":\"123456\"}"),
          new Sample("GET", "intake-script", ""),
          new Sample(
              "PUT",
              "intake-script",
              """
              {"questions":[{"id":"ID","label":"Objet ?","kind":"CHOICE","required":true,\
              "choices":["oui","non"],"onlyWhen":null}]}\
              """),
          new Sample("GET", "contacts?text=ma&mark=VIP&origin=OWN&limit=10", ""),
          new Sample(
              "POST",
              "contacts",
              """
              {"id":"ID","name":"Anne","company":null,"numbers":[{"number":"+33639980777",\
              "label":"Mobile"}],"email":"a@example.org","remarks":null,"mark":"VIP",\
              "vipMode":"ANNOUNCED"}\
              """),
          new Sample("PUT", "contacts/ID/mark", "{\"mark\":\"VIP\",\"vipMode\":null}"),
          new Sample("DELETE", "contacts/ID", ""),
          new Sample(
              "PUT",
              "notification-preferences",
              """
              {"emailAddress":"a@example.org","smsNumber":"+33639980778","rules":[{"channel":\
              "SMS","urgency":"URGENT","enabled":true}],"incomingCalls":true,"quietHours":{\
              "from":"22:00","to":"07:00","urgentAnyway":true}}\
              """),
          new Sample(
              "POST",
              "devices",
              "{\"id\":\"ID\",\"token\":\"demo-1\",\"label\":\"Chrome\",\"consentId\":\"ID\"}"),
          new Sample("GET", "consent-texts?language=fr", ""),
          new Sample("GET", "consents", ""),
          new Sample(
              "POST",
              "consents",
              """
              {"id":"ID","purpose":"optional-email","textVersion":1,"textHash":"00",\
              "language":"fr"}\
              """),
          new Sample("GET", "google-link", ""),
          new Sample("PATCH", "accounts/current", "{\"language\":\"fr\"}"),
          new Sample("GET", "openapi.yaml", ""));

  private static final List<Sample> CONSOLE =
      List.of(
          new Sample("GET", "me", ""),
          new Sample("PATCH", "me", "{\"language\":\"fr\"}"),
          new Sample("PUT", "telephone", "{\"kind\":\"desk\"}"),
          new Sample("PUT", "presence", "{\"state\":\"break\",\"reason\":\"lunch\"}"),
          new Sample("GET", "calls/ID/card", ""),
          new Sample("POST", "calls/ID/commands", "{\"command\":\"hold\"}"),
          new Sample("POST", "calls/ID/commands", "{\"command\":\"dtmf\",\"keys\":\"12#\"}"),
          new Sample("GET", "notes?limit=10", ""),
          new Sample("GET", "notes/ID", ""),
          new Sample(
              "PUT",
              "notes/ID",
              """
              {"revision":1,"intent":"draft","callId":"ID","callerName":"Essai",\
              "callerNumber":"+33639980001","numberReadBack":false,"request":"Rappeler",\
              "urgency":"normal","callbackWanted":false,"answers":[{"questionId":"ID",\
              "value":"oui"}]}\
              """),
          new Sample("GET", "tasks", ""),
          new Sample("PUT", "tasks/ID/owner", ""),
          new Sample("DELETE", "tasks/ID/owner", ""),
          new Sample(
              "PUT",
              "tasks/ID/tries/ID",
              "{\"nextTryAt\":\"2026-12-01T09:00:00Z\",\"remark\":\"occupé\"}"),
          new Sample("PUT", "tasks/ID/closure", "{\"outcome\":\"done\",\"remark\":\"fait\"}"),
          new Sample("GET", "team", ""),
          new Sample("GET", "figures/today", ""),
          new Sample("GET", "wallboard", ""),
          new Sample("GET", "figures/half-hours?day=2026-11-23", ""),
          new Sample("PUT", "secretaries/ID/supervision", "{\"mode\":\"listen\"}"),
          new Sample(
              "POST", "session", "{\"user\":\"ID\",\"password\":\"quatre\",\"code\":\"123456\"}"),
          new Sample("GET", "openapi.yaml", ""));

  /** A request to the customers' app. */
  static Sample app(int i, String line, Random random) {
    return filled(APP.get(i % APP.size()), line, random);
  }

  /** A request to the secretaries' console. */
  static Sample console(int i, Random random) {
    return filled(CONSOLE.get(i % CONSOLE.size()), ID, random);
  }

  private static Sample filled(Sample sample, String line, Random random) {
    return new Sample(
        sample.method(),
        withIds(sample.path().replace("LINE", line), random),
        withIds(sample.body().replace("LINE", line), random));
  }

  /** Half of the ids are among a few, so that requests meet what others made. */
  private static String withIds(String text, Random random) {
    String filled = text;
    while (filled.contains(ID)) {
      long low = random.nextBoolean() ? random.nextInt(KNOWN_IDS) : random.nextLong();
      UUID id = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | (low >>> 2));
      filled = filled.replaceFirst(ID, id.toString());
    }
    return filled;
  }
}
