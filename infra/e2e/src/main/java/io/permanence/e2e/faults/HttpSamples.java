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

  private static final String WINDOW =
      """
      "window":{"kind":"WEEKLY","hours":[{"days":["MONDAY"],"from":"08:00","to":"12:30"}],\
      "closedOnHolidays":true,"otherDays":[{"date":"2026-12-24","hours":[]}]},\
      "greeting":"Bonjour","putThrough":"NONE","mode":"ANNOUNCED","message":"Absent.",\
      "ladder":[],"secretaryNotes":null}\
      """;

  /** Method, path, and the body where there is one; a line each. */
  private static final List<Sample> APP =
      samples(
          """
          GET calls?limit=50&unread=true&text=Martin
          GET calls?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00%2B01:00
          GET calls?cursor=WyJhIiwiYiJd
          GET calls/ID
          GET figures
          GET figures/2026-11-23
          PATCH notes/ID {"read":true,"binned":false}
          PUT notes/ID/feedback {"rating":"GOOD","comment":"Très bien"}
          GET notes/ID/deliveries
          GET lines
          PUT lines/LINE/quick-change \
          {"putThrough":"NONE","until":"2027-01-01T00:00:00Z","message":"Non"}
          DELETE lines/LINE/quick-change
          PUT lines/LINE/choices {"outOfHours":"VOICEMAIL","blockedCallers":"MESSAGE",\
          "withheldCallers":"AS_STRANGERS","whenBusy":"AS_INSTRUCTED","holidays":"FRANCE"}
          POST previews {"lineId":"LINE","number":"+33639980001","at":"2026-11-23T09:00:00Z"}
          GET instructions?lineId=LINE
          POST instructions {"id":"ID","lineId":"LINE",WINDOW
          PUT instructions/ID {"lineId":"LINE",WINDOW
          DELETE instructions/ID
          GET forwarding-numbers
          POST forwarding-numbers {"id":"ID","number":"+33639981234","label":"Essai"}
          DELETE forwarding-numbers/ID
          POST forwarding-numbers/ID/proof {"code":"123456"}
          GET intake-script
          PUT intake-script {"questions":[{"id":"ID","label":"Objet ?","kind":"CHOICE",\
          "required":true,"choices":["oui","non"],"onlyWhen":null}]}
          GET contacts?text=ma&mark=VIP&origin=OWN&limit=10
          POST contacts {"id":"ID","name":"Anne","company":null,\
          "numbers":[{"number":"+33639980777","label":"Mobile"}],"email":"a@example.org",\
          "remarks":null,"mark":"VIP","vipMode":"ANNOUNCED"}
          PUT contacts/ID/mark {"mark":"VIP","vipMode":null}
          DELETE contacts/ID
          PUT notification-preferences {"emailAddress":"a@example.org",\
          "smsNumber":"+33639980778","rules":[{"channel":"SMS","urgency":"URGENT",\
          "enabled":true}],"incomingCalls":true,"quietHours":{"from":"22:00","to":"07:00",\
          "urgentAnyway":true}}
          POST devices {"id":"ID","token":"demo-1","label":"Chrome","consentId":"ID"}
          GET consent-texts?language=fr
          GET consents
          POST consents {"id":"ID","purpose":"optional-email","textVersion":1,"textHash":"00",\
          "language":"fr"}
          GET google-link
          PATCH accounts/current {"language":"fr"}
          GET openapi.yaml
          """);

  private static final List<Sample> CONSOLE =
      samples(
          """
          GET me
          PATCH me {"language":"fr"}
          PUT telephone {"kind":"desk"}
          PUT presence {"state":"break","reason":"lunch"}
          GET calls/ID/card
          POST calls/ID/commands {"command":"hold"}
          POST calls/ID/commands {"command":"dtmf","keys":"12#"}
          GET notes?limit=10
          GET notes/ID
          PUT notes/ID {"revision":1,"intent":"draft","callId":"ID","callerName":"Essai",\
          "callerNumber":"+33639980001","numberReadBack":false,"request":"Rappeler",\
          "urgency":"normal","callbackWanted":false,"answers":[{"questionId":"ID",\
          "value":"oui"}]}
          GET tasks
          PUT tasks/ID/owner
          DELETE tasks/ID/owner
          PUT tasks/ID/tries/ID {"nextTryAt":"2026-12-01T09:00:00Z","remark":"occupé"}
          PUT tasks/ID/closure {"outcome":"done","remark":"fait"}
          GET team
          GET figures/today
          GET wallboard
          GET figures/half-hours?day=2026-11-23
          PUT secretaries/ID/supervision {"mode":"listen"}
          POST session {"user":"ID","password":"quatre","code":"123456"}
          GET openapi.yaml
          """);

  private static List<Sample> samples(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 3))
        .map(
            words ->
                new Sample(
                    words[0], words[1], words.length < 3 ? "" : words[2].replace("WINDOW", WINDOW)))
        .toList();
  }

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
