package io.permanence.model.line;

import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.LineChoices.BlockedCallers;
import java.util.Arrays;
import java.util.Optional;

/** The choices of a line, a rule and a ladder step as bits of one number. */
final class LineFlags {
  static final int ONE_OFF = 0;
  static final int WEEKLY = 1;
  static final int OPEN_ENDED = 2;
  static final int STANDING = 3;

  private static final OutOfHours[] OUT_OF_HOURS = OutOfHours.values();
  private static final BlockedCallers[] BLOCKED = BlockedCallers.values();
  private static final WithheldCallers[] WITHHELD = WithheldCallers.values();
  private static final WhenBusy[] WHEN_BUSY = WhenBusy.values();
  private static final PublicHolidays[] HOLIDAYS = PublicHolidays.values();
  private static final PutThrough[] PUT_THROUGH = PutThrough.values();
  private static final PutThroughMode[] MODE = PutThroughMode.values();
  private static final Then[] THEN = Then.values();

  private LineFlags() {}

  static int of(Line line) {
    LineChoices choices = line.choices();
    return (line.demo() ? 1 : 0)
        | (place(OUT_OF_HOURS, choices.outOfHours()) << 1)
        | (place(BLOCKED, choices.blockedCallers()) << 2)
        | (place(WITHHELD, choices.withheldCallers()) << 3)
        | (place(WHEN_BUSY, choices.whenBusy()) << 5)
        | (place(HOLIDAYS, choices.holidays()) << 7);
  }

  private static <E> int place(E[] all, E one) {
    return Arrays.asList(all).indexOf(one);
  }

  static boolean demo(int flags) {
    return (flags & 1) == 1;
  }

  static LineChoices choices(int flags) {
    return new LineChoices(
        OUT_OF_HOURS[(flags >>> 1) & 1],
        BLOCKED[(flags >>> 2) & 1],
        WITHHELD[(flags >>> 3) & 3],
        WHEN_BUSY[(flags >>> 5) & 3],
        holidays(flags));
  }

  static PublicHolidays holidays(int flags) {
    return HOLIDAYS[(flags >>> 7) & 3];
  }

  static int kind(Window window) {
    return switch (window) {
      case Window.OneOff oneOff -> ONE_OFF;
      case Window.Weekly weekly -> WEEKLY;
      case Window.OpenEnded openEnded -> OPEN_ENDED;
    };
  }

  static int of(int kind, Handling handling) {
    return kind
        | (place(PUT_THROUGH, handling.putThrough()) << 2)
        | (place(MODE, handling.mode()) << 4)
        | (handling.withheld().map(each -> place(WITHHELD, each) + 1).orElse(0) << 5)
        | ((handling.ladder().isEmpty() ? 0 : 1) << 8)
        | (handling.unproven() << 9);
  }

  static int kind(int flags) {
    return flags & 3;
  }

  static PutThrough putThrough(int flags) {
    return PUT_THROUGH[(flags >>> 2) & 3];
  }

  static PutThroughMode mode(int flags) {
    return MODE[(flags >>> 4) & 1];
  }

  static Optional<WithheldCallers> withheld(int flags) {
    int place = (flags >>> 5) & 7;
    return place == 0 ? Optional.empty() : Optional.of(WITHHELD[place - 1]);
  }

  static boolean ladder(int flags) {
    return ((flags >>> 8) & 1) == 1;
  }

  static int unproven(int flags) {
    return (flags >>> 9) & 63;
  }

  static int of(After after) {
    return place(THEN, after.noAnswer())
        | (place(THEN, after.busy()) << 2)
        | (place(THEN, after.refused()) << 4)
        | (place(THEN, after.unreachable()) << 6);
  }

  static After after(int flags) {
    return new After(
        THEN[flags & 3], THEN[(flags >>> 2) & 3], THEN[(flags >>> 4) & 3], THEN[(flags >>> 6) & 3]);
  }
}
