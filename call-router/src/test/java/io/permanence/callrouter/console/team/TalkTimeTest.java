package io.permanence.callrouter.console.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a secretary's talk (B11). */
class TalkTimeTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final AccountId LEA = new AccountId(new UUID(2, 1));
  private static final AccountId CAMILLE = new AccountId(new UUID(2, 2));

  @ParameterizedTest(name = "{0}: Léa {2} s, Camille {3} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "a plain call                   | 9 answered lea, 69 ended                                      | 60 |  0",
        "a call that is still up        | 9 answered lea                                                |  0 |  0",
        "nobody answered                | 9 offered lea, 20 missed lea, 30 lost                         |  0 |  0",
        "a hold                         | 0 answered lea, 10 held lea, 40 resumed lea, 60 ended         | 30 |  0",
        "hung up in hold                | 0 answered lea, 10 held lea, 40 ended                         | 10 |  0",
        "put through after announcing   | 0 answered lea, 20 consulting lea, 30 ladder-step, 50 put-through lea, 900 ended | 20 | 0",
        "a transfer that came to nothing | 0 answered lea, 20 consulting lea, 40 ladder-step, 45 resumed lea, 60 ended | 35 | 0",
        "a conference is hers           | 0 answered lea, 20 consulting lea, 30 ladder-step, 40 conferenced lea, 70 put-through lea, 900 ended | 50 | 0",
        "parked, picked up by a colleague | 0 answered lea, 20 parked lea, 80 picked-up camille, 95 ended | 20 | 15",
        "parked too long, answered anew | 0 answered lea, 20 parked lea, 200 waiting, 201 offered camille, 205 answered camille, 215 ended | 20 | 10",
        "her telephone was lost         | 0 answered lea, 30 waiting, 31 offered camille, 40 answered camille, 50 ended | 30 | 10",
        "sent to voicemail              | 0 answered lea, 12 voicemail lea, 60 ended                    | 12 |  0",
        "resumed twice                  | 0 answered lea, 10 resumed lea, 30 ended                      | 30 |  0",
        "resumed, by whom is not told   | 0 answered lea, 10 held lea, 40 resumed, 60 ended             | 30 |  0",
        "taken up by a colleague at once | 0 answered lea, 20 picked-up camille, 30 ended               | 20 | 10",
        "a clock set back               | 10 answered lea, 5 held lea, 8 resumed lea, 28 ended          | 20 |  0",
        "put through by the router      | 9 put-through, 500 ended                                      |  0 |  0",
      })
  void onlyTheTimeWithTheCallerCounts(String name, String events, long lea, long camille) {
    Map<AccountId, Duration> talk = TalkTime.of(events(events), NOON);
    assertThat(talk.getOrDefault(LEA, Duration.ZERO)).hasSeconds(lea);
    assertThat(talk.getOrDefault(CAMILLE, Duration.ZERO)).hasSeconds(camille);
  }

  @ParameterizedTest(name = "midnight {0} s into the call: {1} s of the new day")
  @CsvSource({"-5, 30", "0, 30", "12, 20", "15, 17", "20, 17", "22, 15", "40, 2", "42, 0", "90, 0"})
  void ofAConversationOverMidnightTheNewDayHasWhatCameAfterIt(long midnight, long after) {
    List<CallEvent> events =
        events(
            "2 answered lea, 15 held lea, 20 resumed lea, 25 held lea, 30 resumed lea, 42 ended");
    assertThat(TalkTime.of(events, NOON.plusSeconds(midnight)).getOrDefault(LEA, Duration.ZERO))
        .hasSeconds(after);
  }

  private static List<CallEvent> events(String words) {
    CallId call = CallId.random();
    List<CallEvent> events = new ArrayList<>();
    for (String each : words.split(", *", -1)) {
      String[] parts = each.strip().split(" ", -1);
      Map<String, String> details =
          parts.length < 3
              ? Map.of()
              : Map.of("secretary", (parts[2].equals("lea") ? LEA : CAMILLE).toString());
      events.add(
          new CallEvent(
              call,
              events.size(),
              CallEventKind.of(parts[1]),
              NOON.plusSeconds(Long.parseLong(parts[0])),
              details));
    }
    return events.reversed();
  }
}
