package io.permanence.callrouter.sound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something to be said, and how. The id is made of all three, so that equal texts share a file and
 * a changed text is another file.
 *
 * @param language of the voice, for example {@code fr}
 * @param voice names the command and its settings; another voice is another file
 */
public record SpokenText(String text, String language, String voice) {
  /** Where the file lies below the directory of sounds, without its ending. */
  public String id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String each : new String[] {language, voice, text}) {
        digest.update(each.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return "spoken/" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
