package io.permanence.callrouter.journal;

import io.permanence.callrouter.desk.WaitingPhrase;
import java.util.Optional;

/** Finds the sound of what a waiting caller is told; never waits for one to be made. */
@FunctionalInterface
public interface WaitingSounds {
  /**
   * The id of a sound beside Asterisk; empty while it is not ready.
   *
   * @param language ISO 639; the company's when it is none that is spoken here, or empty
   */
  Optional<String> sound(WaitingPhrase phrase, String language);
}
