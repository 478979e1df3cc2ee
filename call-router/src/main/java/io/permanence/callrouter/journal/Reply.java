package io.permanence.callrouter.journal;

import io.permanence.model.PhoneNumber;
import io.permanence.model.line.DialTarget;
import java.util.List;

/** What Asterisk is told to do with a call. */
public sealed interface Reply {
  /** Music until a secretary comes. */
  record ToDesk() implements Reply {}

  /**
   * Ring these numbers at once; the first to answer is connected and the others stop.
   *
   * @param step the rung, from 1; comes back with the outcome
   * @param targets one to four
   * @param shown what the customer sees (A13)
   */
  record Dial(int step, List<DialTarget> targets, int ringSeconds, PhoneNumber shown)
      implements Reply {
    public Dial {
      targets = List.copyOf(targets);
    }
  }

  /**
   * Play this sound, then hang up.
   *
   * @param sound id below the directory of sounds
   */
  record Announce(String sound) implements Reply {}

  /** Play this sound, then record. */
  record Voicemail(String sound) implements Reply {}

  /** Do not answer: the call is our own put-through, come back. */
  record RejectLoop() implements Reply {}

  /**
   * Play these, then music again.
   *
   * @param sounds one or two
   */
  record Say(List<String> sounds) implements Reply {
    public Say {
      sounds = List.copyOf(sounds);
    }
  }

  /** Play this, wait a moment for a key with music, tell which. */
  record Menu(String sound) implements Reply {}

  /** Go on waiting. */
  record Wait() implements Reply {}
}
