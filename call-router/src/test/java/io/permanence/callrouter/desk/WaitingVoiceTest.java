package io.permanence.callrouter.desk;

import static io.permanence.callrouter.desk.DeskFixture.NOON;
import static io.permanence.callrouter.desk.DeskFixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.WaitingPhrase.Kind;
import io.permanence.callrouter.desk.WaitingVoice.Rules;
import io.permanence.callrouter.desk.WaitingVoice.Say;
import io.permanence.callrouter.desk.WaitingVoice.Standing;
import io.permanence.callrouter.desk.WaitingVoice.Told;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A waiting caller hears")
class WaitingVoiceTest {
  private static final Rules QUIET = Rules.USUAL;
  private static final Rules TALKATIVE =
      new Rules(
          QUIET.menuAfter(),
          QUIET.menuAgain(),
          Optional.of(Duration.ofSeconds(30)),
          QUIET.usualCall());
  private static final Say NOTHING = new Say.Nothing();
  private static final Say CALLBACK = new Say.WayOut(WaitingPhrase.of(Kind.CALLBACK_OR_MESSAGE));
  private static final Say MESSAGE = new Say.WayOut(WaitingPhrase.of(Kind.MESSAGE_ONLY));

  private static Standing after(int seconds, Told told) {
    return new Standing(Duration.ofSeconds(seconds), true, 3, 2, told);
  }

  private static Told menu(int secondsAgo) {
    return new Told(ago(secondsAgo), Optional.empty());
  }

  private static Optional<Instant> ago(int seconds) {
    return Optional.of(NOON.minusSeconds(seconds));
  }

  private static Say phrases(WaitingPhrase... phrases) {
    return new Say.Phrases(List.of(phrases));
  }

  static Stream<Arguments> cases() {
    Say third = phrases(new WaitingPhrase(Kind.POSITION, 3), new WaitingPhrase(Kind.MINUTES, 3));
    return Stream.of(
        scene("music at first", after(59, Told.NOTHING), QUIET, NOTHING),
        scene("the way out after a minute", after(60, Told.NOTHING), QUIET, CALLBACK),
        scene(
            "of a withheld number only the message",
            new Standing(Duration.ofSeconds(60), false, 1, 1, Told.NOTHING),
            QUIET,
            MESSAGE),
        scene("not again at once", after(100, menu(59)), QUIET, NOTHING),
        scene("again after another minute", after(121, menu(60)), QUIET, CALLBACK),
        scene(
            "no way out when the company wants none",
            after(600, Told.NOTHING),
            new Rules(Optional.empty(), QUIET.menuAgain(), Optional.empty(), QUIET.usualCall()),
            NOTHING),
        scene("no position before its time", after(29, Told.NOTHING), TALKATIVE, NOTHING),
        scene("the position when the company wants it", after(30, Told.NOTHING), TALKATIVE, third),
        scene(
            "the position not more often",
            after(50, new Told(Optional.empty(), ago(20))),
            TALKATIVE,
            NOTHING),
        scene("the way out before the position", after(60, Told.NOTHING), TALKATIVE, CALLBACK),
        scene(
            "that they are the next and that it is soon",
            new Standing(Duration.ofSeconds(31), true, 1, 4, Told.NOTHING),
            TALKATIVE,
            phrases(WaitingPhrase.of(Kind.NEXT), WaitingPhrase.of(Kind.SOON))),
        scene(
            "no exact number when it is far",
            new Standing(Duration.ofSeconds(31), true, 11, 1, Told.NOTHING),
            TALKATIVE,
            phrases(WaitingPhrase.of(Kind.FAR), WaitingPhrase.of(Kind.LONG))));
  }

  private static Arguments scene(String name, Standing standing, Rules rules, Say expected) {
    return Arguments.of(name, standing, rules, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void says(String name, Standing standing, Rules rules, Say expected) {
    assertThat(WaitingVoice.say(standing, rules, NOON)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({"0, NEXT, 0", "1, NEXT, 0", "2, POSITION, 2", "10, POSITION, 10", "11, FAR, 0"})
  void theirPlaceUpToTheTenth(int place, Kind kind, int number) {
    assertThat(WaitingPhrase.position(place)).isEqualTo(new WaitingPhrase(kind, number));
  }

  @ParameterizedTest(name = "{0} s: {1} {2}")
  @CsvSource({
    "0,   SOON,    0",
    "60,  SOON,    0",
    "61,  MINUTES, 2",
    "120, MINUTES, 2",
    "121, MINUTES, 3",
    "600, MINUTES, 10",
    "601, LONG,    0",
  })
  void theWaitInBegunMinutes(int seconds, Kind kind, int number) {
    assertThat(WaitingPhrase.expected(Duration.ofSeconds(seconds)))
        .isEqualTo(new WaitingPhrase(kind, number));
  }

  @Test
  void onlyPhrasesThatLieReady() {
    assertThat(WaitingPhrase.all()).doesNotHaveDuplicates();
    for (int number = 0; number < 20; number++) {
      assertThat(WaitingPhrase.all())
          .contains(
              WaitingPhrase.position(number), WaitingPhrase.expected(Duration.ofMinutes(number)));
    }
    assertThat(WaitingPhrase.all().stream().map(WaitingPhrase::kind)).contains(Kind.values());
  }

  @Test
  void theirPlaceCountsThoseBeforeThemWhoWantTheSameTeams() {
    WaitingCall elsewhere =
        new WaitingCall(
            DeskFixture.call(9),
            List.of(TeamId.random()),
            NOON.minusSeconds(90),
            false,
            false,
            java.util.Map.of());
    List<WaitingCall> inTurn = List.of(elsewhere, waiting(1, 60), waiting(2, 30));
    assertThat(WaitingVoice.position(waiting(1, 60), inTurn, List.of())).isEqualTo(1);
    assertThat(WaitingVoice.position(waiting(2, 30), inTurn, List.of())).isEqualTo(2);
  }

  @Test
  void theirPlaceCountsThoseWhoAreOfferedRightNowAndNotYetTaken() {
    List<WaitingCall> inTurn = List.of(waiting(1, 60), waiting(2, 30));
    List<List<TeamId>> offered =
        List.of(List.of(DeskFixture.LAW), List.of(TeamId.random()), List.of(DeskFixture.HEALTH));
    assertThat(WaitingVoice.position(waiting(1, 60), inTurn, offered)).isEqualTo(3);
    assertThat(WaitingVoice.position(waiting(2, 30), inTurn, offered)).isEqualTo(4);
    assertThat(WaitingVoice.position(waiting(1, 60), inTurn, offered.subList(1, 3)))
        .as("once one of them was taken")
        .isEqualTo(2);
  }
}
