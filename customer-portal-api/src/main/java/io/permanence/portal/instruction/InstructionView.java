package io.permanence.portal.instruction;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Window;
import io.permanence.portal.line.StepView;
import io.permanence.store.instruction.LineInstruction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An instruction as the contract shows it. */
record InstructionView(
    UUID id,
    int version,
    UUID lineId,
    WindowView window,
    String greeting,
    String putThrough,
    String mode,
    Optional<String> message,
    List<StepView> ladder,
    Optional<String> secretaryNotes,
    Optional<String> withheldCallers,
    boolean quick,
    boolean inForce,
    Instant createdAt,
    Instant changedAt) {
  /** One of the contract's three windows. */
  sealed interface WindowView {
    record OneOff(String kind, Instant from, Instant to) implements WindowView {}

    record Weekly(
        String kind, List<HoursView> hours, boolean closedOnHolidays, List<OtherDayView> otherDays)
        implements WindowView {}

    record OpenEnded(String kind, Optional<Instant> from) implements WindowView {}

    static WindowView of(Window window) {
      return switch (window) {
        case Window.OneOff(Instant from, Instant to) -> new OneOff("ONE_OFF", from, to);
        case Window.Weekly weekly ->
            new Weekly(
                "WEEKLY",
                weekly.hours().stream().map(HoursView::of).toList(),
                weekly.closedOnHolidays(),
                weekly.otherDays().stream().map(OtherDayView::of).toList());
        case Window.OpenEnded(Optional<Instant> from) -> new OpenEnded("OPEN_ENDED", from);
      };
    }
  }

  record HoursView(
      List<String> days,
      @JsonFormat(pattern = "HH:mm") LocalTime from,
      @JsonFormat(pattern = "HH:mm") LocalTime to) {
    static HoursView of(Window.Hours hours) {
      return new HoursView(
          hours.days().stream().sorted().map(Enum::name).toList(), hours.from(), hours.to());
    }
  }

  record OtherDayView(LocalDate date, List<TimesView> hours) {
    static OtherDayView of(Window.OtherDay day) {
      return new OtherDayView(
          day.date(),
          day.times().stream().map(each -> new TimesView(each.from(), each.to())).toList());
    }
  }

  record TimesView(
      @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}

  static InstructionView of(LineInstruction stored, boolean inForce) {
    Handling handling = stored.instruction().handling();
    return new InstructionView(
        stored.instruction().id().value(),
        stored.instruction().version(),
        stored.line().value(),
        WindowView.of(stored.instruction().window()),
        handling.greeting(),
        handling.putThrough().name(),
        handling.mode().name(),
        handling.message(),
        handling.ladder().stream().map(StepView::of).toList(),
        handling.notes(),
        handling.withheld().map(Enum::name),
        stored.quick(),
        inForce,
        stored.instruction().createdAt(),
        stored.updatedAt());
  }
}
