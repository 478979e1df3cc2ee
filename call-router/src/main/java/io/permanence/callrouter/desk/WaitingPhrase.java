package io.permanence.callrouter.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a waiting caller is told; each is rendered to sound beforehand.
 *
 * @param number the position or the minutes; 0 where the phrase has none
 */
public record WaitingPhrase(Kind kind, int number) {
  /** Positions and minutes beyond are "more than". */
  public static final int MOST = 10;

  /** The phrases. */
  public enum Kind {
    /** Press 1 to be called back, 2 to leave a message, or stay. */
    CALLBACK_OR_MESSAGE,
    /** Press 2 to leave a message, or stay. */
    MESSAGE_ONLY,
    /** We have noted it and call you back. */
    CALLBACK_NOTED,
    /** You are the next. */
    NEXT,
    /** You are the nth. */
    POSITION,
    /** More than ten are before you. */
    FAR,
    /** Less than two minutes. */
    SOON,
    /** About so many minutes. */
    MINUTES,
    /** More than ten minutes. */
    LONG
  }

  /** A phrase without a number. */
  public static WaitingPhrase of(Kind kind) {
    return new WaitingPhrase(kind, 0);
  }

  static WaitingPhrase position(int place) {
    if (place <= 1) {
      return of(Kind.NEXT);
    }
    return place > MOST ? of(Kind.FAR) : new WaitingPhrase(Kind.POSITION, place);
  }

  static WaitingPhrase expected(Duration wait) {
    int minutes = (int) Math.min(Integer.MAX_VALUE, (wait.toSeconds() + 59) / 60);
    if (minutes < 2) {
      return of(Kind.SOON);
    }
    return minutes > MOST ? of(Kind.LONG) : new WaitingPhrase(Kind.MINUTES, minutes);
  }

  /** Every phrase there is: what must lie ready. */
  public static List<WaitingPhrase> all() {
    List<WaitingPhrase> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case POSITION, MINUTES -> {
          for (int number = 2; number <= MOST; number++) {
            all.add(new WaitingPhrase(kind, number));
          }
        }
        default -> all.add(of(kind));
      }
    }
    return all;
  }
}
