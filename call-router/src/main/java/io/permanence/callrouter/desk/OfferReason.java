package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Affinity.Liking;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why this call is offered now, and why to her: codes that the console puts into words.
 *
 * @param waited how long the caller has waited
 * @param idle how long she has been idle
 * @param liking what the customer thinks of her
 * @param overflow she is not of the line's home team
 * @param again she had declined or missed this call before
 * @param missing languages and skills of the line that she lacks, because the wait has widened what
 *     is asked for
 */
public record OfferReason(
    WhyCall call,
    WhySecretary secretary,
    Duration waited,
    Duration idle,
    Liking liking,
    boolean overflow,
    boolean again,
    List<String> missing) {
  /** Why this call before the others. */
  public enum WhyCall {
    /** Nobody else waits. */
    ALONE,
    /** Of those who wait, first come. */
    FIRST_COME,
    /** A VIP goes before callers who came shortly before. */
    VIP,
    /** The caller lost the secretary in mid-call. */
    RETURNING,
    /** Those who came before need a team, language or skill that is not free now. */
    OTHERS_NEED_SOMEBODY_ELSE;

    /** The name on the wire, for example {@code first-come}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Why she and nobody else. */
  public enum WhySecretary {
    /** Nobody else is free who may be asked. */
    ONLY_ONE,
    /** Idle longest. */
    LONGEST_IDLE,
    /** The others fit less, or belong to an overflow team, or have passed this call already. */
    FITS_BEST,
    /** By the customer's feedback: preferred, and near enough in the turn. */
    PREFERRED,
    /** By the customer's feedback: the one idle longest is avoided. */
    INSTEAD_OF_AVOIDED;

    /** The name on the wire, for example {@code longest-idle}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public OfferReason {
    missing = List.copyOf(missing);
  }

  /** For the journal: codes and numbers only. */
  public Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    details.put("why-call", call.wireName());
    details.put("why-secretary", secretary.wireName());
    if (liking != Liking.NEUTRAL) {
      details.put("liking", liking.wireName());
    }
    if (!missing.isEmpty()) {
      details.put("missing", String.join(" ", missing));
    }
    return details;
  }
}
