package io.permanence.model.line;

import io.permanence.model.line.Windows.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the customer's calendar says that they are busy (A8): stretches that neither overlap nor
 * touch, in order. Nothing else of an appointment is known here.
 */
public record BusyTimes(List<Span> spans) {
  /** Never busy, as far as is known. */
  public static final BusyTimes NONE = new BusyTimes(List.of());

  public BusyTimes {
    spans = joined(spans);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span each : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (!joined.isEmpty() && !each.from().isAfter(joined.getLast().to())) {
        Span last = joined.removeLast();
        joined.add(new Span(last.from(), later(last.to(), each.to())));
      } else if (each.from().isBefore(each.to())) {
        joined.add(each);
      }
    }
    return List.copyOf(joined);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The end of the stretch that contains the instant; empty when not busy. */
  public Optional<Instant> until(Instant at) {
    return spans.stream().filter(each -> each.contains(at)).map(Span::to).findFirst();
  }
}
