package io.permanence.push.plan;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The alphabet of the telephone network (GSM 03.38): 160 characters in one part, 153 in each part
 * of several; characters of the extension table count twice. Anything else would halve the length.
 */
public final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "^{}\\[~]|€";
  private static final int ONE_PART = 160;
  private static final int EACH_PART = 153;
  private static final String ELLIPSIS = "...";
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Map<Integer, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '…', ELLIPSIS),
          Map.entry((int) '•', "-"),
          Map.entry((int) '`', "'"),
          Map.entry((int) '\t', " "));

  private Gsm7() {}

  /**
   * The text with every character replaced by one the network knows; {@code ?} as a last resort.
   */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(character -> folded.append(folded(character)));
    return folded.toString();
  }

  private static String folded(int character) {
    if (known(character)) {
      return Character.toString(character);
    }
    String lookalike = LOOKALIKES.get(character);
    if (lookalike != null) {
      return lookalike;
    }
    if (Character.isSpaceChar(character)) {
      return " ";
    }
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD))
            .replaceAll("");
    return !plain.isEmpty() && plain.codePoints().allMatch(Gsm7::known) ? plain : "?";
  }

  /** The folded text, cut so that it needs at most so many parts. */
  public static String cut(String folded, int parts) {
    if (parts(folded) <= parts) {
      return folded;
    }
    int room = (parts == 1 ? ONE_PART : EACH_PART * parts) - ELLIPSIS.length();
    int end = 0;
    for (int used = 0; end < folded.length(); end++) {
      used += septets(folded.charAt(end));
      if (used > room) {
        break;
      }
    }
    return folded.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** How many parts a folded text needs; 1 for none. */
  public static int parts(String folded) {
    int septets = folded.chars().map(Gsm7::septets).sum();
    return septets <= ONE_PART ? 1 : (septets + EACH_PART - 1) / EACH_PART;
  }

  private static int septets(int character) {
    return EXTENSION.indexOf(character) >= 0 ? 2 : 1;
  }

  private static boolean known(int character) {
    return BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0;
  }
}
