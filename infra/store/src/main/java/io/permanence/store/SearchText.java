package io.permanence.store;

/** What somebody typed to search by, as patterns for {@code like}. */
public final class SearchText {
  private SearchText() {}

  /** Anything that contains the text, character by character. */
  public static String containing(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * Numbers that contain the digits of the text, however it was typed; a national number's leading
   * zero does not count. Matches nothing when there are fewer than three digits.
   */
  public static String number(String text) {
    String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    boolean onlyNumber = text.matches("[+0-9 ().-]*");
    return onlyNumber && digits.length() >= 3 ? "%" + digits + "%" : "";
  }
}
