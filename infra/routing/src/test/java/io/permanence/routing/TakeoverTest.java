package io.permanence.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Caller;
import io.permanence.model.call.Reason;
import io.permanence.model.id.CallId;
import io.permanence.model.line.Calendar;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Takeover;
import io.permanence.model.line.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a rule governs; what a call's reason says and what the app says are this. */
class TakeoverTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Handling ANY = Lines.handling(PutThrough.NONE, PutThroughMode.ANNOUNCED);

  @ParameterizedTest(name = "{0}: at {2} until {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the standing default for ever                |                                    | 10:00 |",
        "the standing default until a window opens    | daily 12:30-14:00                  | 10:00 | 12:30",
        "one stretch of hours                         | daily 08:00-18:00                  | 10:00 | 18:00",
        "hours that follow at once go on              | daily 08:00-12:00,12:00-18:00      | 10:00 | 18:00",
        "hours with a break end at the break          | daily 08:00-12:00,13:00-18:00      | 10:00 | 12:00",
        "a more specific window opens before          | daily 08:00-18:00; once 16:00-17:00 | 10:00 | 16:00",
        "the more specific window ends                | daily 08:00-18:00; once 16:00-17:00 | 16:30 | 17:00",
        "a less specific one opens beneath            | once 09:00-18:00; daily 12:30-14:00 | 10:00 | 18:00",
        "a less specific one closes beneath           | once 09:00-18:00; daily 08:00-12:00 | 10:00 | 18:00",
        "an open-ended one for ever                   | open                               | 10:00 |",
        "an open-ended one until weekly hours         | open; daily 12:30-14:00            | 10:00 | 12:30",
        "an open-ended one that has not begun         | from 15:00                         | 10:00 | 15:00",
        "a one-off beneath a shorter one              | once 09:00-18:00; once 11:00-12:00 | 10:00 | 11:00",
        "over midnight                                | daily 20:00-00:00,00:00-06:00      | 21:00 | +06:00",
        "hours round the clock for ever               | daily 00:00-12:00,12:00-00:00      | 10:00 |",
        "a long one-off over many changes beneath     | days 90; daily 08:00-09:00,10:00-11:00 | 10:00 | days 90",
      })
  void itEndsWhenAnotherRuleTakesOver(String name, String windows, String at, String until) {
    Instruction[] instructions =
        windows == null
            ? new Instruction[0]
            : Arrays.stream(windows.split(";", -1))
                .map(each -> made(each.strip()))
                .toArray(Instruction[]::new);
    Optional<Instant> end = Optional.ofNullable(until).map(TakeoverTest::moment);
    assertThat(Takeover.after(List.of(instructions), Calendar.of(Lines.PARIS), moment(at)))
        .isEqualTo(end);
    Decision decision =
        RoutingPolicy.decide(
            IncomingCall.from(CallId.random(), new Caller.Known(Lines.STRANGER), moment(at)),
            Lines.snapshot(Lines.line(ANY), instructions));
    assertThat(Optional.ofNullable(decision.basis().reason().arguments().get(Reason.UNTIL)))
        .isEqualTo(end.map(Instant::toString));
  }

  private static Instruction made(String words) {
    return Lines.instruction(window(words), ANY, Lines.MONDAY_TEN.minusSeconds(86_400));
  }

  private static Window window(String words) {
    String[] parts = words.split(" ", -1);
    return switch (parts[0]) {
      case "daily" ->
          new Window.Weekly(
              Arrays.stream(parts[1].split(",", -1)).map(TakeoverTest::hours).toList());
      case "once" -> {
        String[] ends = parts[1].split("-", -1);
        yield new Window.OneOff(moment(ends[0]), moment(ends[1]));
      }
      case "days" -> new Window.OneOff(moment("00:00"), moment(words));
      case "from" -> new Window.OpenEnded(Optional.of(moment(parts[1])));
      default -> new Window.OpenEnded(Optional.empty());
    };
  }

  private static Window.Hours hours(String words) {
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    String[] ends = words.split("-", -1);
    return new Window.Hours(days, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
  }

  /** On that Monday in Paris; with a plus on the day after, or so many days later at midnight. */
  private static Instant moment(String words) {
    LocalDateTime reading =
        words.startsWith("days ")
            ? MONDAY.plusDays(Integer.parseInt(words.substring(5))).atStartOfDay()
            : words.startsWith("+")
                ? MONDAY.plusDays(1).atTime(LocalTime.parse(words.substring(1)))
                : MONDAY.atTime(LocalTime.parse(words));
    return reading.atZone(Lines.PARIS).toInstant();
  }
}
