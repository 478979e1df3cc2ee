package io.permanence.callrouter.console.call;

import io.permanence.callrouter.desk.OfferReason;
import java.util.List;

/** Why a call was offered to somebody, as codes that the browser puts into words (B3). */
public record OfferReasonView(
    String call,
    String secretary,
    long waitedSeconds,
    long idleSeconds,
    String liking,
    boolean overflow,
    boolean again,
    List<String> missing) {
  /** The view of a reason. */
  public static OfferReasonView of(OfferReason why) {
    return new OfferReasonView(
        why.call().wireName(),
        why.secretary().wireName(),
        why.waited().toSeconds(),
        Math.max(0, why.idle().toSeconds()),
        why.liking().wireName(),
        why.overflow(),
        why.again(),
        why.missing());
  }
}
