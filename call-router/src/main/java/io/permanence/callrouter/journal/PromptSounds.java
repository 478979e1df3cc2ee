package io.permanence.callrouter.journal;

import io.permanence.routing.Prompt;

/** Finds the sound of a prompt; never waits for one to be made. */
@FunctionalInterface
public interface PromptSounds {
  /** The id of a sound that lies ready beside Asterisk. */
  String sound(Prompt prompt);
}
