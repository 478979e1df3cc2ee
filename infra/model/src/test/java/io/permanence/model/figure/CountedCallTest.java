package io.permanence.model.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As what a call of the journal counts (B11). */
@DisplayName("A call counts")
class CountedCallTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final CallId CALL = CallId.random();
  private static final AccountId LEA = new AccountId(new UUID(2, 1));
  private static final AccountId CAMILLE = new AccountId(new UUID(2, 2));

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "answered at the desk        | 0 arrived, 0 waiting, 3 offered lea, 9 answered lea, 60 ended  | answered 9 by lea",
        "still up                    | 0 arrived, 0 waiting, 3 offered lea, 9 answered lea            | answered 9 by lea",
        "parked and picked up        | 0 arrived, 3 offered lea, 9 answered lea, 20 parked lea, 40 picked-up camille | answered 9 by lea",
        "picked up, no answer told   | 0 arrived, 3 offered lea, 40 picked-up camille                 | answered 40 by camille",
        "put through by her          | 0 arrived, 9 answered lea, 30 put-through lea, 90 ended        | answered 9 by lea, put through",
        "put through by the router   | 0 arrived, 12 put-through, 90 ended                            | answered 12, put through",
        "given up in the queue       | 0 arrived, 0 waiting, 20 lost                                  | lost 20",
        "given up in an offer        | 0 arrived, 0 offered lea, 4 lost                               | lost 4",
        "given up before the desk    | 0 arrived, 7 lost                                              | lost 7",
        "torn away, then gone        | 0 arrived, 9 answered lea, 30 waiting, 50 ended                | answered 9 by lea",
        "left a message at the desk  | 0 arrived, 0 waiting, 60 voicemail, 80 ended                   | turned away",
        "waits still                 | 0 arrived, 0 waiting                                           | nothing",
        "blocked, or out of hours    | 0 arrived, 0 announced, 9 ended                                | nothing",
        "answered before it rang, by a clock set back | 5 arrived, 0 answered lea                     | answered 0 by lea",
      })
  void asWhatTheCallerMet(String name, String events, String counted) {
    assertThat(told(CountedCall.of(CALL, LineId.random(), TeamId.random(), events(events))))
        .isEqualTo(counted);
  }

  @Test
  void onlyOnceItsArrivalIsKnown() {
    assertThat(CountedCall.of(CALL, LineId.random(), TeamId.random(), events("0 waiting, 9 ended")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-11-22T12:00:00Z,  2026-11-22T12:00:00Z",
    "2026-11-22T12:29:59Z,  2026-11-22T12:00:00Z",
    "2026-11-22T12:30:00Z,  2026-11-22T12:30:00Z",
    "2026-11-22T12:59:59Z,  2026-11-22T12:30:00Z",
  })
  void inTheHalfHourItArrivedIn(Instant at, Instant halfHour) {
    assertThat(Figures.halfHour(at, ZoneId.of("Europe/Paris"))).isEqualTo(halfHour);
  }

  private static String told(Optional<CountedCall> counted) {
    CountedCall call = counted.orElseThrow();
    List<String> words = new ArrayList<>();
    call.waitedForAnswer()
        .map(Duration::toSeconds)
        .ifPresent(seconds -> words.add("answered " + seconds + by(call)));
    call.waitedInVain().map(Duration::toSeconds).ifPresent(each -> words.add("lost " + each));
    if (call.turnedAway()) {
      words.add("turned away");
    }
    if (call.putThrough()) {
      words.add("put through");
    }
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private static String by(CountedCall call) {
    return call.answeredBy().map(who -> who.equals(LEA) ? " by lea" : " by camille").orElse("");
  }

  private static List<CallEvent> events(String words) {
    List<CallEvent> events = new ArrayList<>();
    for (String each : words.split(", *", -1)) {
      String[] parts = each.strip().split(" ", -1);
      Map<String, String> details =
          parts.length < 3
              ? Map.of()
              : Map.of("secretary", (parts[2].equals("lea") ? LEA : CAMILLE).toString());
      events.add(
          new CallEvent(
              CALL,
              events.size(),
              CallEventKind.of(parts[1]),
              NOON.plusSeconds(Long.parseLong(parts[0])),
              details));
    }
    return events.reversed();
  }
}
