package io.permanence.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
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
    /** Also where fixed and mobile numbers look alike, as in North America. */
    MOBILE,
    /** Lines of Internet boxes, in France those that begin with 09. */
    VOIP,
    TOLL_FREE,
    PREMIUM,
    SHARED_COST,
    PERSONAL,
    PAGER,
    UNIVERSAL_ACCESS,
    VOICEMAIL,
    /** A subscriber's number of a kind nobody described. */
    UNKNOWN,
    /** No subscriber can have it. */
    INVALID
  }

  private static final Pattern FICTIONAL_FIXED = Pattern.compile("\\+33199[0-9]{6}");
  private static final Pattern FICTIONAL_MOBILE = Pattern.compile("\\+3363998[0-9]{4}");
  private static final int LONGEST_INPUT = 32;

  /** What libphonenumber calls the "country" of satellites and international networks. */
  private static final String NO_COUNTRY = "001";

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
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
    if (fictional(FICTIONAL_FIXED, number)) {
      return Kind.FIXED;
    }
    if (fictional(FICTIONAL_MOBILE, number)) {
      return Kind.MOBILE;
    }
    return parsed(number).filter(numbers::isValidNumber).map(this::kind).orElse(Kind.INVALID);
  }

  private Kind kind(Phonenumber.PhoneNumber valid) {
    return switch (numbers.getNumberType(valid)) {
      case FIXED_LINE -> Kind.FIXED;
      case MOBILE, FIXED_LINE_OR_MOBILE -> Kind.MOBILE;
      case VOIP -> Kind.VOIP;
      case TOLL_FREE -> Kind.TOLL_FREE;
      case PREMIUM_RATE -> Kind.PREMIUM;
      case SHARED_COST -> Kind.SHARED_COST;
      case PERSONAL_NUMBER -> Kind.PERSONAL;
      case PAGER -> Kind.PAGER;
      case UAN -> Kind.UNIVERSAL_ACCESS;
      case VOICEMAIL -> Kind.VOICEMAIL;
      case UNKNOWN -> Kind.UNKNOWN;
    };
  }

  /** The country of a subscriber's number (ISO 3166, for example {@code FR}). */
  public Optional<String> country(PhoneNumber number) {
    if (fictional(FICTIONAL_FIXED, number) || fictional(FICTIONAL_MOBILE, number)) {
      return Optional.of("FR");
    }
    return parsed(number).map(numbers::getRegionCodeForNumber);
  }

  /** The countries that share the number's calling code, the main one first; none for networks. */
  public List<String> countries(PhoneNumber number) {
    return parsed(number)
        .map(Phonenumber.PhoneNumber::getCountryCode)
        .map(this::countries)
        .orElse(List.of());
  }

  /** The countries of a calling code, the main one first; none for codes without a country. */
  public List<String> countries(int callingCode) {
    return numbers.getRegionCodesForCountryCode(callingCode).stream()
        .filter(each -> !each.equals(NO_COUNTRY))
        .toList();
  }

  /** Whether there is a country of that ISO code with telephones. */
  public boolean knows(String country) {
    return numbers.getSupportedRegions().contains(country);
  }

  /** Whether the digits behind the calling code call the police, an ambulance or the like. */
  public boolean emergency(PhoneNumber number) {
    return parsed(number)
        .map(
            it ->
                countries(it.getCountryCode()).stream()
                    .anyMatch(each -> shortNumbers.isEmergencyNumber(national(it), each)))
        .orElse(false);
  }

  /** Whether the digits behind the calling code have the length of a service's short number. */
  public boolean shortCode(PhoneNumber number) {
    return parsed(number).filter(shortNumbers::isPossibleShortNumber).isPresent();
  }

  private String national(Phonenumber.PhoneNumber number) {
    return numbers.getNationalSignificantNumber(number);
  }

  private boolean fictional(Pattern range, PhoneNumber number) {
    return fictionalAllowed && range.matcher(number.e164()).matches();
  }

  private Optional<Phonenumber.PhoneNumber> parsed(PhoneNumber number) {
    try {
      return Optional.of(numbers.parse(number.e164(), null));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
