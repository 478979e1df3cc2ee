package io.permanence.sync.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.model.FreeBusyCalendar;
import com.google.api.services.calendar.model.FreeBusyResponse;
import com.google.api.services.calendar.model.TimePeriod;
import io.permanence.model.line.BusyTimes;
import io.permanence.model.line.Windows.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From Google's answer, in which anything may be missing, to busy times. An answer without pages is
 * whole or it is none: only one that speaks of the whole window, names the calendar, tells no error
 * of it and lists nothing but times is believed, and then it is believed even when it lists none.
 */
final class BusyReading {
  /** The calendar that is asked for: the customer's own. */
  static final String CALENDAR = "primary";

  private BusyReading() {}

  static Optional<BusyTimes> read(FreeBusyResponse answer, Span window) {
    FreeBusyCalendar calendar =
        answer.getCalendars() == null ? null : answer.getCalendars().get(CALENDAR);
    boolean whole =
        span(answer.getTimeMin(), answer.getTimeMax())
            .filter(told -> !told.from().isAfter(window.from()) && !told.to().isBefore(window.to()))
            .isPresent();
    return calendar == null || !whole || told(calendar.getErrors())
        ? Optional.empty()
        : times(calendar.getBusy(), window);
  }

  private static boolean told(@Nullable List<?> errors) {
    return errors != null && !errors.isEmpty();
  }

  private static Optional<BusyTimes> times(@Nullable List<TimePeriod> busy, Span window) {
    if (busy == null) {
      return Optional.empty();
    }
    List<Span> spans = new ArrayList<>();
    for (TimePeriod period : busy) {
      Optional<Span> span = span(period.getStart(), period.getEnd());
      if (span.isEmpty()) {
        return Optional.empty();
      }
      span.filter(each -> each.to().isAfter(window.from()) && each.from().isBefore(window.to()))
          .ifPresent(spans::add);
    }
    return Optional.of(new BusyTimes(spans));
  }

  /** Empty unless both are instants, in this order; two equal ones are a time that takes none. */
  private static Optional<Span> span(@Nullable DateTime from, @Nullable DateTime to) {
    if (from == null || to == null || from.isDateOnly() || to.isDateOnly()) {
      return Optional.empty();
    }
    Instant begin = Instant.ofEpochMilli(from.getValue());
    Instant end = Instant.ofEpochMilli(to.getValue());
    return end.isBefore(begin) ? Optional.empty() : Optional.of(new Span(begin, end));
  }
}
