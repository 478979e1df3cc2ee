package io.permanence.model.line;

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

  /** Whether it is a VIP. */
  public boolean vip() {
    return mark == CallerMark.VIP;
  }
}
