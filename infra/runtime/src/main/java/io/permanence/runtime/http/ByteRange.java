package io.permanence.runtime.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a body a player asks for (RFC 9110, 14); Safari plays nothing without.
 *
 * @param from first byte, counted from 0
 * @param to last byte, included
 */
record ByteRange(int from, int to) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /** Whether, and which part, of a body of that length. */
  sealed interface Wish {
    /** All of it: nothing else was asked for, or something nobody needs to understand. */
    record Whole() implements Wish {}

    /** One part. */
    record Part(ByteRange range) implements Wish {}

    /** A part behind the end. */
    record Beyond() implements Wish {}
  }

  /** Reads the header. */
  static Wish of(@Nullable String header, int length) {
    Matcher one = ONE.matcher(Optional.ofNullable(header).orElse(""));
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return new Wish.Whole();
    }
    if (one.group(1).isEmpty()) {
      int last = Math.min(length, Integer.parseInt(one.group(2)));
      return last == 0
          ? new Wish.Beyond()
          : new Wish.Part(new ByteRange(length - last, length - 1));
    }
    int from = Integer.parseInt(one.group(1));
    int to =
        one.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Integer.parseInt(one.group(2)));
    if (from >= length) {
      return new Wish.Beyond();
    }
    return to < from ? new Wish.Whole() : new Wish.Part(new ByteRange(from, to));
  }
}
