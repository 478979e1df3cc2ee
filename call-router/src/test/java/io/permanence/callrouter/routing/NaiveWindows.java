package io.permanence.callrouter.routing;

import io.permanence.model.line.Instruction;
import io.permanence.model.line.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A second opinion on windows that knows nothing of offsets and transitions: it looks at the clock
 * on the wall minute by minute.
 */
final class NaiveWindows {
  private NaiveWindows() {}

  static boolean open(Window.Weekly weekly, ZoneId zone, Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    for (Window.Hours hours : weekly.hours()) {
      for (int day = -3; day <= 3; day++) {
        LocalDate date = today.plusDays(day);
        if (hours.days().contains(date.getDayOfWeek())) {
          boolean overnight = hours.to().compareTo(hours.from()) <= 0;
          LocalDate end = overnight ? date.plusDays(1) : date;
          Instant from = shown(date.atTime(hours.from()), zone, true);
          Instant to = shown(end.atTime(hours.to()), zone, false);
          if (from.compareTo(at) <= 0 && at.compareTo(to) < 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Instant shown(LocalDateTime reading, ZoneId zone, boolean first) {
    Instant found = null;
    Instant passed = null;
    Instant begin = reading.toInstant(ZoneOffset.UTC).minus(Duration.ofHours(20));
    for (int minute = 0; minute < 40 * 60; minute++) {
      Instant i = begin.plusSeconds(minute * 60L);
      LocalDateTime wall = LocalDateTime.ofInstant(i, zone);
      if (wall.equals(reading) && (found == null || !first)) {
        found = i;
      }
      if (passed == null && wall.isAfter(reading)) {
        passed = i;
      }
    }
    if (found != null) {
      return found;
    }
    if (passed == null) {
      throw new IllegalStateException("the clock never came there");
    }
    return passed;
  }

  static Optional<Instruction> governing(List<Instruction> all, ZoneId zone, Instant at) {
    List<Instruction> valid = new ArrayList<>();
    for (Instruction each : all) {
      boolean open =
          switch (each.window()) {
            case Window.OneOff once -> !at.isBefore(once.from()) && at.isBefore(once.to());
            case Window.Weekly weekly -> open(weekly, zone, at);
            case Window.OpenEnded ended ->
                ended.from().isEmpty() || !at.isBefore(ended.from().get());
          };
      if (open) {
        valid.add(each);
      }
    }
    return valid.stream()
        .sorted(
            Comparator.<Instruction>comparingInt(NaiveWindows::kind)
                .thenComparingLong(NaiveWindows::seconds)
                .thenComparing(Instruction::createdAt, Comparator.reverseOrder())
                .thenComparing(each -> each.id().value(), Comparator.reverseOrder()))
        .findFirst();
  }

  private static int kind(Instruction each) {
    return each.window() instanceof Window.OneOff
        ? 0
        : each.window() instanceof Window.Weekly ? 1 : 2;
  }

  private static long seconds(Instruction each) {
    return each.window() instanceof Window.OneOff once
        ? Duration.between(once.from(), once.to()).toSeconds()
        : 0;
  }
}
