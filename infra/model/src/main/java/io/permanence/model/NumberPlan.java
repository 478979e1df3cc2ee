package io.permanence.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers as people and trunks write them ({@code 06 39 98 01 01}, {@code 0033…},
 * {@code +33…}) and tells what kind of number it is.
 *
 * <p>The demo's numbers come from the ranges that the French regulator keeps for fiction (01 99 00
 * and 06 39 98); libphonenumber rightly calls them invalid. A plan made with {@link #demo()} takes
 * them as French fixed and mobile numbers; a real installation uses {@link #real()}.
 */
public final class NumberPlan {
  /** What a number is, as far as routing and the toll fence care. */
  public enum Kind {
    FIXED,
    MOBILE,
    OTHER,
    INVALID
  }

  private static final Pattern FICTIONAL_FIXED = Pattern.compile("\\+33199[0-9]{6}");
  private static final Pattern FICTIONAL_MOBILE = Pattern.compile("\\+3363998[0-9]{4}");
  private static final int LONGEST_INPUT = 32;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final String region;
  private final boolean fictionalAllowed;

  private NumberPlan(String region, boolean fictionalAllowed) {
    this.region = region;
    this.fictionalAllowed = fictionalAllowed;
  }

  /** The plan of a real installation in France. */
  public static NumberPlan real() {
    return new NumberPlan("FR", false);
  }

  /** The plan of the demo profile: the fictional French ranges count as valid. */
  public static NumberPlan demo() {
    return new NumberPlan("FR", true);
  }

  /**
   * Reads a number as it may be typed or sent by a trunk; national forms are read as French.
   *
   * @return empty when it is no possible telephone number; never throws for hostile text
   */
  public Optional<PhoneNumber> parse(String raw) {
    if (raw.isBlank() || raw.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber parsed = numbers.parse(raw, region);
      if (!numbers.isPossibleNumber(parsed)) {
        return Optional.empty();
      }
      return Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)));
    } catch (NumberParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What kind of number this is; {@link Kind#INVALID} when no subscriber can have it. */
  public Kind kind(PhoneNumber number) {
    if (fictionalAllowed) {
      if (FICTIONAL_FIXED.matcher(number.e164()).matches()) {
        return Kind.FIXED;
      }
      if (FICTIONAL_MOBILE.matcher(number.e164()).matches()) {
        return Kind.MOBILE;
      }
    }
    try {
      Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), null);
      if (!numbers.isValidNumber(parsed)) {
        return Kind.INVALID;
      }
      return switch (numbers.getNumberType(parsed)) {
        case FIXED_LINE, VOIP -> Kind.FIXED; // 09 numbers are the ordinary lines of French boxes
        case MOBILE, FIXED_LINE_OR_MOBILE -> Kind.MOBILE;
        default -> Kind.OTHER;
      };
    } catch (NumberParseException e) {
      return Kind.INVALID;
    }
  }
}
