package io.permanence.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.line.CallerMark;
import io.permanence.model.line.CallerMarks;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CallerMarksTest {
  @Property
  void aMarkIsFoundForItsNumberAndForNoOther(
      @ForAll @Size(max = 50)
          Map<@LongRange(min = 10_000, max = 999_999_999_999_999L) Long, CallerMark> marks,
      @ForAll @LongRange(min = 10_000, max = 999_999_999_999_999L) long stranger) {
    Map<PhoneNumber, CallerMark> byNumber =
        marks.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    entry -> PhoneNumber.ofDigits(Long.toString(entry.getKey())),
                    Map.Entry::getValue));
    CallerMarks packed = CallerMarks.of(byNumber);
    byNumber.forEach((number, mark) -> assertThat(packed.of(number)).isEqualTo(mark));
    PhoneNumber other = PhoneNumber.ofDigits(Long.toString(stranger));
    assertThat(packed.of(other)).isEqualTo(byNumber.getOrDefault(other, CallerMark.NONE));
  }
}
