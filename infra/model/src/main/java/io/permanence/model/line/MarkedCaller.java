package io.permanence.model.line;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a customer marked a number (A5–A7).
 *
 * @param mode how this VIP is put through; absent means as the instruction says
 */
public record MarkedCaller(CallerMark mark, Optional<PutThroughMode> mode) {
  /** A number the customer did not mark. */
  public static final MarkedCaller NONE = of(CallerMark.NONE);

  /** A marked number without a way of its own. */
  public static MarkedCaller of(CallerMark mark) {
    return new MarkedCaller(mark, Optional.empty());
  }

  /** A VIP who is put through in a way of their own. */
  public static MarkedCaller vip(PutThroughMode mode) {
    return new MarkedCaller(CallerMark.VIP, Optional.of(mode));
  }

  /** A number of this very mark, at least 1: whoever edits says with it which they saw. */
  public int version() {
    List<PutThroughMode> modes = List.of(PutThroughMode.values());
    return Arrays.asList(CallerMark.values()).indexOf(mark) * (modes.size() + 1)
        + mode.map(each -> modes.indexOf(each) + 1).orElse(0)
        + 1;
  }

  /** Whether it is a VIP. */
  public boolean vip() {
    return mark == CallerMark.VIP;
  }
}
