package io.permanence.callrouter;

import io.permanence.callrouter.desk.Affinity;
import io.permanence.callrouter.desk.DeskRules;
import io.permanence.callrouter.desk.WaitingVoice;
import io.permanence.callrouter.desk.Widening;
import io.permanence.model.figure.FigureRules;
import io.permanence.runtime.node.CountedInTime;
import io.permanence.runtime.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How the company wants its desk to work (B3, B4, B11). A duration of zero switches off what it
 * stands for, where the setting says so.
 *
 * @param voice what waiting callers are told
 * @param figures what is called in time
 */
public record DeskSettings(DeskRules rules, WaitingVoice.Rules voice, FigureRules figures) {
  /** Reads them; mistakes are reported by {@link Settings#check()}. */
  public static DeskSettings from(Settings settings) {
    return new DeskSettings(rules(settings), voice(settings), CountedInTime.from(settings));
  }

  private static DeskRules rules(Settings settings) {
    DeskRules usual = DeskRules.USUAL;
    return new DeskRules(
        settings.interval("PERMANENCE_DESK_OFFER", usual.offerTime(), "how long an offer stands"),
        settings.duration("PERMANENCE_DESK_WRAP_UP", usual.wrapUp(), "time for the note"),
        settings.number(
            "PERMANENCE_DESK_MISSES",
            usual.missesUntilPause(),
            1,
            20,
            "offers missed in a row until a secretary is paused"),
        settings.duration(
            "PERMANENCE_DESK_VIP_HEAD_START", usual.vipHeadStart(), "how far a VIP may overtake"),
        usual.returningHeadStart(),
        settings.duration(
            "PERMANENCE_DESK_OVERFLOW", usual.overflowAfter(), "until the next team may answer"),
        usual.passTime(),
        settings.duration(
            "PERMANENCE_DESK_LONGEST_WAIT", usual.longestWait(), "until a caller gets voicemail"),
        settings.duration(
            "PERMANENCE_DESK_EMPTY_WAIT", usual.emptyDeskWait(), "the same when nobody is there"),
        widening(settings),
        affinity(settings));
  }

  private static Widening widening(Settings settings) {
    return new Widening(
        settings.duration(
            "PERMANENCE_DESK_WITHOUT_PREFERRED",
            Widening.USUAL.withoutPreferred(),
            "until preferred skills are not asked for"),
        settings.duration(
            "PERMANENCE_DESK_LANGUAGES_ONLY",
            Widening.USUAL.languagesOnly(),
            "until no skills are asked for"),
        some(
            settings.duration(
                "PERMANENCE_DESK_ANYBODY",
                Widening.USUAL.anybody().orElse(Duration.ZERO),
                "until not even the language is asked for; 0: never")));
  }

  private static Affinity.Rules affinity(Settings settings) {
    Affinity.Rules usual = Affinity.Rules.USUAL;
    return new Affinity.Rules(
        settings.duration(
            "PERMANENCE_DESK_FEEDBACK_REACH",
            usual.reach(),
            "how far feedback moves a secretary in the turn; 0: not at all"),
        usual.holdsBack(),
        usual.expires());
  }

  private static WaitingVoice.Rules voice(Settings settings) {
    WaitingVoice.Rules usual = WaitingVoice.Rules.USUAL;
    return new WaitingVoice.Rules(
        some(
            settings.duration(
                "PERMANENCE_DESK_WAY_OUT",
                usual.menuAfter().orElse(Duration.ZERO),
                "until callback or message are offered by key; 0: never")),
        settings.interval(
            "PERMANENCE_DESK_WAY_OUT_AGAIN", usual.menuAgain(), "and how often again"),
        some(
            settings.duration(
                "PERMANENCE_DESK_POSITION",
                usual.positionEvery().orElse(Duration.ZERO),
                "how often position and expected wait are said; 0: never")),
        settings.interval(
            "PERMANENCE_DESK_USUAL_CALL", usual.usualCall(), "how long a call usually takes"));
  }

  private static Optional<Duration> some(Duration duration) {
    return Optional.of(duration).filter(each -> each.isPositive());
  }
}
