package io.permanence.model;

import java.util.Optional;

/** Who the network says is calling. Never a proof of identity (A6). */
public sealed interface Caller {
  /** A caller whose number was transmitted and survived cleaning. */
  record Known(PhoneNumber number) implements Caller {}

  /** A caller who hides the number, or whose number was not fit to be used (A7). */
  record Withheld() implements Caller {}

  /** The number, when there is one. */
  default Optional<PhoneNumber> phoneNumber() {
    return switch (this) {
      case Known known -> Optional.of(known.number());
      case Withheld withheld -> Optional.empty();
    };
  }
}
