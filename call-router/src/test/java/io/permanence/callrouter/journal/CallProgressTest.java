package io.permanence.callrouter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.CallOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallProgressTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "arrived decided lost, LOST",
    "arrived decided waiting offered missed offered declined lost, LOST",
    "arrived decided waiting offered card-shown answered ended wrapped, TAKEN",
    "arrived decided waiting offered card-shown answered held resumed ended, TAKEN",
    "arrived decided waiting offered answered consulting ladder-step resumed ended, TAKEN",
    "arrived decided waiting offered answered consulting put-through ended wrapped, PUT_THROUGH",
    "arrived decided waiting offered answered waiting offered answered ended, TAKEN",
    "arrived decided waiting offered answered parked picked-up conferenced ended, TAKEN",
    "arrived decided waiting offered answered voicemail ended, TAKEN",
    "arrived decided ladder-step ladder-step put-through ended, PUT_THROUGH",
    "arrived decided ladder-step waiting offered answered ended, TAKEN",
    "arrived decided announced ended, MESSAGE",
    "arrived decided voicemail ended voicemail, VOICEMAIL",
    "arrived decided waiting voicemail voicemail ended, VOICEMAIL",
    "arrived decided lost voicemail, VOICEMAIL",
    "arrived voicemail ended, VOICEMAIL",
    "arrived answered ended, TAKEN",
  })
  void aCallThatWentThisWayCameToThat(String events, CallOutcome outcome) {
    CallProgress progress = after(events);
    assertThat(progress.over()).isTrue();
    assertThat(progress.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "arrived decided waiting offered answered waiting ended, true",
    "arrived decided waiting offered answered waiting offered ended, true",
    "arrived decided waiting offered answered waiting offered card-shown missed ended, true",
    "arrived decided waiting offered answered waiting voicemail ended, true",
    "arrived decided waiting offered answered waiting offered answered ended, false",
    "arrived decided waiting offered answered waiting announced ended, false",
    "arrived decided waiting offered answered voicemail ended, false",
    "arrived decided waiting offered answered parked ended, false",
    "arrived decided waiting offered answered put-through ended, false",
    "arrived decided waiting offered answered waiting, false",
    "arrived decided waiting lost, false",
    "arrived decided waiting voicemail ended, false",
  })
  void whoLostTheSecretaryAndEndedWithoutAnybodyWasTornAway(String events, boolean torn) {
    assertThat(after(events).tornAway()).isEqualTo(torn);
  }

  @ParameterizedTest(name = "after {0} there is no {1}")
  @CsvSource({
    "arrived, arrived",
    "arrived decided, decided",
    "arrived decided, held",
    "arrived decided waiting offered answered, lost",
    "arrived decided lost, ended",
    "arrived decided lost, lost",
    "arrived decided waiting offered answered ended, ended",
    "arrived decided waiting offered answered ended, held",
    "arrived decided announced, answered",
  })
  void whatCannotFollowIsRefused(String events, String refused) {
    assertThat(after(events).after(CallEventKind.of(refused))).isEmpty();
  }

  @Test
  void aHangUpIsALossUntilSomebodySpokeOrSomethingWasHeard() {
    assertThat(after("arrived decided waiting offered").hangUp()).isEqualTo(CallEventKind.LOST);
    assertThat(after("arrived decided waiting offered answered").hangUp())
        .isEqualTo(CallEventKind.ENDED);
    assertThat(after("arrived decided voicemail").hangUp()).isEqualTo(CallEventKind.ENDED);
    assertThat(after("arrived decided announced").hangUp()).isEqualTo(CallEventKind.ENDED);
  }

  @Property
  void whateverIsSaidACallHasOneBeginningAndOneEndAndCanAlwaysEnd(
      @ForAll @Size(max = 60) List<CallEventKind> said) {
    CallProgress progress = CallProgress.NEW;
    int arrivals = 0;
    int ends = 0;
    for (CallEventKind kind : said) {
      Optional<CallProgress> next = progress.after(kind);
      if (next.isPresent()) {
        progress = next.get();
        arrivals += kind == CallEventKind.ARRIVED ? 1 : 0;
        ends += kind == CallEventKind.LOST || kind == CallEventKind.ENDED ? 1 : 0;
      }
    }
    assertThat(arrivals).isLessThanOrEqualTo(1);
    assertThat(ends).isEqualTo(progress.over() ? 1 : 0);
    if (!progress.over() && !progress.equals(CallProgress.NEW)) {
      assertThat(progress.after(progress.hangUp()).orElseThrow().over()).isTrue();
    }
  }

  private static CallProgress after(String events) {
    CallProgress progress = CallProgress.NEW;
    for (String each : Arrays.asList(events.split(" ", -1))) {
      progress =
          progress
              .after(CallEventKind.of(each))
              .orElseThrow(() -> new AssertionError(each + " was refused"));
    }
    return progress;
  }
}
