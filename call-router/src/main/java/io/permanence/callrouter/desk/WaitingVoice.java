package io.permanence.callrouter.desk;

import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a waiting caller is told between the music (A12, B3). In this order:
 *
 * <table>
 *   <caption>What is said</caption>
 *   <tr><td>an offer stands, or nobody waits any more</td><td>nothing: somebody may answer any
 *       moment</td></tr>
 *   <tr><td>waited {@link Rules#menuAfter()}, and again each {@link Rules#menuAgain()}</td><td>the
 *       way out: 1 to be called back (not for a withheld number), 2 to leave a message, or
 *       stay</td></tr>
 *   <tr><td>each {@link Rules#positionEvery()}, if the company wants it</td><td>position and
 *       expected wait</td></tr>
 *   <tr><td>otherwise</td><td>nothing, music</td></tr>
 * </table>
 *
 * Nothing that is said keeps a secretary from the caller: whoever accepts is connected at once.
 */
public final class WaitingVoice {
  private WaitingVoice() {}

  /**
   * What the company wants said.
   *
   * @param menuAfter when the way out is offered first; never when empty
   * @param menuAgain and how often again
   * @param positionEvery how often position and expected wait are said; never when empty
   * @param usualCall how long a secretary is usually busy with a call, wrap-up included
   */
  public record Rules(
      Optional<Duration> menuAfter,
      Duration menuAgain,
      Optional<Duration> positionEvery,
      Duration usualCall) {
    /** What an installation starts with: the way out after a minute, no positions. */
    public static final Rules USUAL =
        new Rules(
            Optional.of(Duration.ofSeconds(60)),
            Duration.ofSeconds(60),
            Optional.empty(),
            Duration.ofMinutes(2));
  }

  /** What this caller was told last, and when. */
  public record Told(Optional<Instant> menuAt, Optional<Instant> positionAt) {
    /** Nothing yet. */
    public static final Told NOTHING = new Told(Optional.empty(), Optional.empty());
  }

  /**
   * How the caller stands.
   *
   * @param waited since when
   * @param mayBeCalledBack the number is known
   * @param position in the turn, from 1; behind those that are offered, too
   * @param working secretaries at work who may take calls of these teams
   */
  public record Standing(
      Duration waited, boolean mayBeCalledBack, int position, int working, Told told) {}

  /** What is said. */
  public sealed interface Say {
    /** Nothing: the music goes on. */
    record Nothing() implements Say {}

    /** These phrases, then the music again. */
    record Phrases(List<WaitingPhrase> phrases) implements Say {
      public Phrases {
        phrases = List.copyOf(phrases);
      }
    }

    /** The way out: this phrase, then a key is waited for. */
    record WayOut(WaitingPhrase phrase) implements Say {}
  }

  /** What is said to this caller now. */
  public static Say say(Standing caller, Rules rules, Instant now) {
    boolean menu =
        rules.menuAfter().filter(after -> caller.waited().compareTo(after) >= 0).isPresent()
            && isDue(caller.told().menuAt(), rules.menuAgain(), now);
    if (menu) {
      return new Say.WayOut(
          WaitingPhrase.of(
              caller.mayBeCalledBack()
                  ? WaitingPhrase.Kind.CALLBACK_OR_MESSAGE
                  : WaitingPhrase.Kind.MESSAGE_ONLY));
    }
    boolean position =
        rules
            .positionEvery()
            .filter(every -> caller.waited().compareTo(every) >= 0)
            .filter(every -> isDue(caller.told().positionAt(), every, now))
            .isPresent();
    return position
        ? new Say.Phrases(
            List.of(
                WaitingPhrase.position(caller.position()),
                WaitingPhrase.expected(expected(caller, rules))))
        : new Say.Nothing();
  }

  private static boolean isDue(Optional<Instant> last, Duration every, Instant now) {
    return last.map(at -> !now.isBefore(at.plus(every))).orElse(true);
  }

  /** The calls before this one, shared among those at work, each as long as usual. */
  static Duration expected(Standing caller, Rules rules) {
    return rules
        .usualCall()
        .multipliedBy(Math.max(1, caller.position()))
        .dividedBy(Math.max(1, caller.working()));
  }

  /**
   * The place of a call among those that want the same teams, from 1: behind whoever is before it
   * in the turn, and behind all who are offered to somebody at this moment: until one of them is
   * taken, nobody else is that secretary's next.
   *
   * @param inTurn those that wait, in turn
   * @param offered the teams of each call that is offered
   */
  public static int position(
      WaitingCall call, List<WaitingCall> inTurn, Collection<List<TeamId>> offered) {
    long waiting =
        inTurn.stream()
            .takeWhile(other -> !other.id().equals(call.id()))
            .filter(other -> wantsTheSame(call, other.teams()))
            .count();
    long asked = offered.stream().filter(teams -> wantsTheSame(call, teams)).count();
    return (int) (waiting + asked) + 1;
  }

  private static boolean wantsTheSame(WaitingCall call, List<TeamId> teams) {
    return teams.stream().anyMatch(call.teams()::contains);
  }
}
