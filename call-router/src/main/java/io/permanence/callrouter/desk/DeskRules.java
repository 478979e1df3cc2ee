package io.permanence.callrouter.desk;

import java.time.Duration;

/**
 * The times and limits of a desk (B3, B4).
 *
 * @param offerTime how long an offer stands before it counts as missed
 * @param wrapUp how long a secretary may finish a note after the call
 * @param missesUntilPause so many missed offers in a row take a secretary out
 * @param vipHeadStart a VIP is treated as if the call had come so much earlier
 * @param returningHeadStart the same for a caller who lost the secretary in mid-call
 * @param overflowAfter after each such time the next overflow team may answer too
 * @param passTime a secretary who declined or missed a call is not asked again for it so long
 * @param longestWait after that the caller is given voicemail (A12)
 * @param emptyDeskWait the same when nobody is on duty who could ever be asked
 * @param widening what is asked for the longer a caller waits
 * @param affinity how far feedback may move a secretary in the turn
 */
public record DeskRules(
    Duration offerTime,
    Duration wrapUp,
    int missesUntilPause,
    Duration vipHeadStart,
    Duration returningHeadStart,
    Duration overflowAfter,
    Duration passTime,
    Duration longestWait,
    Duration emptyDeskWait,
    Widening widening,
    Affinity.Rules affinity) {
  /** What an installation starts with. */
  public static final DeskRules USUAL =
      new DeskRules(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          3,
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(20),
          Widening.USUAL,
          Affinity.Rules.USUAL);
}
