package io.permanence.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a password has to be (S4): long, not guessable, any characters at all. A second factor lets
 * it be shorter.
 */
public final class PasswordRules {
  /** Fewest characters (Unicode code points) when the password stands alone. */
  public static final int SHORTEST = 15;

  /** Fewest characters beside a second factor. */
  public static final int SHORTEST_WITH_SECOND_FACTOR = 12;

  /** Most characters; longer ones only cost time. */
  public static final int LONGEST = 200;

  private static final int SAFE_SCORE = 3;
  private static final int LOOKED_AT = 64;
  private static final int SHORTEST_NAME_LOOKED_FOR = 4;
  private static final Zxcvbn ZXCVBN = new Zxcvbn();

  /** Words that people in this house would try first. */
  private static final List<String> HOUSE_WORDS =
      List.of(
          "motdepasse",
          "azerty",
          "azertyuiop",
          "permanence",
          "secretaire",
          "secretariat",
          "bonjour",
          "soleil",
          "doudou",
          "loulou",
          "chouchou",
          "telephone",
          "cabinet",
          "bienvenue",
          "temporaire");

  private PasswordRules() {}

  /** What was found about a password. */
  public sealed interface Verdict {
    /** It may be used, in this form (Unicode NFC). */
    record Accepted(String password) implements Verdict {
      @Override
      public String toString() {
        return "Accepted";
      }
    }

    /** It may not, because of this rule. */
    record Refused(Rule rule, int limit) implements Verdict {}
  }

  /** The rules a password can break. */
  public enum Rule {
    TOO_SHORT,
    TOO_LONG,
    CONTAINS_USER_NAME,
    TOO_COMMON,
    SAME_AS_BEFORE;

    /** The rule's name for clients, for example {@code too-short}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Fewest characters for an account. */
  public static int shortest(boolean secondFactor) {
    return secondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST;
  }

  /** The form in which passwords are compared: the same letters typed on any keyboard. */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /**
   * Judges a new password. Takes milliseconds: call it where blocking is allowed.
   *
   * @param signIn the account's sign-in name, which must not be part of it
   */
  public static Verdict judge(String typed, String signIn, boolean secondFactor) {
    String password = normal(typed);
    int length = password.codePointCount(0, password.length());
    if (length < shortest(secondFactor)) {
      return new Verdict.Refused(Rule.TOO_SHORT, shortest(secondFactor));
    }
    if (length > LONGEST) {
      return new Verdict.Refused(Rule.TOO_LONG, LONGEST);
    }
    if (names(signIn).anyMatch(folded(password)::contains)) {
      return new Verdict.Refused(Rule.CONTAINS_USER_NAME, 0);
    }
    return guessable(password)
        ? new Verdict.Refused(Rule.TOO_COMMON, 0)
        : new Verdict.Accepted(password);
  }

  private static Stream<String> names(String signIn) {
    String name = folded(signIn);
    int at = name.indexOf('@');
    return Stream.of(name, at > 0 ? name.substring(0, at) : name)
        .filter(part -> part.length() >= SHORTEST_NAME_LOOKED_FOR);
  }

  private static boolean guessable(String password) {
    String looked =
        password.codePointCount(0, password.length()) <= LOOKED_AT
            ? password
            : password.substring(0, password.offsetByCodePoints(0, LOOKED_AT));
    return password.codePoints().distinct().count() < 5
        || ZXCVBN.measure(folded(looked), HOUSE_WORDS).getScore() < SAFE_SCORE;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
