/**
 * Spoken text as sound files beside Asterisk, made beforehand: a decision refers to a sound by id
 * and never waits for one. Touches files and the text-to-speech command.
 */
@NullMarked
package io.permanence.callrouter.sound;

import org.jspecify.annotations.NullMarked;
