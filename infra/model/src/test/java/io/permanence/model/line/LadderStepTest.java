package io.permanence.model.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rung")
class LadderStepTest {
  @ParameterizedTest(name = "{0} number(s), {1} s: {2}")
  @CsvSource({
    "0, 20, false", "1, 20, true", "4, 20, true", "5, 20, false",
    "1, 4,  false", "1, 5,  true", "1, 60, true", "1, 61, false",
  })
  void ringsOneNumberToFourForFiveSecondsToSixty(int numbers, int seconds, boolean allowed) {
    List<Target> targets = IntStream.range(0, numbers).mapToObj(LadderStepTest::target).toList();
    assertThat(catchThrowable(() -> new LadderStep(targets, seconds, After.NEXT)) == null)
        .isEqualTo(allowed);
  }

  @ParameterizedTest(name = "numbers ending in {0} and {1}: {2}")
  @CsvSource({"1, 2, true", "1, 1, false"})
  void ringsANumberOnce(int one, int other, boolean allowed) {
    List<Target> targets = List.of(target(one), target(other));
    assertThat(catchThrowable(() -> new LadderStep(targets, 20, After.NEXT)) == null)
        .isEqualTo(allowed);
  }

  private static Target target(int number) {
    return new Target(ForwardingNumberId.random(), new PhoneNumber("+3363998000" + number));
  }
}
