package io.permanence.callrouter.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.callrouter.journal.Reply;
import io.permanence.callrouter.journal.Switchboard;
import io.permanence.model.PhoneNumber;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {
  private static final UUID NONCE = UUID.fromString("6f1ed002-ab55-4a1c-9d4b-000000000001");

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(new Reply.ToDesk(), "desk"),
        Arguments.of(
            new Reply.Dial(
                2,
                List.of(Switchboard.target("+33639980001"), Switchboard.target("+33639980002")),
                20,
                new PhoneNumber("+33199001001")),
            "dial:2:33639980001-33639980002:20:33199001001"),
        Arguments.of(new Reply.Announce("spoken/00ff"), "announce:spoken/00ff"),
        Arguments.of(new Reply.Voicemail("static/fallback-fr"), "voicemail:static/fallback-fr"),
        Arguments.of(new Reply.RejectLoop(), "reject:loop"),
        Arguments.of(new Reply.Say(List.of("spoken/1")), "say:spoken/1"),
        Arguments.of(new Reply.Say(List.of("spoken/1", "spoken/2")), "say:spoken/1:spoken/2"),
        Arguments.of(new Reply.Menu("spoken/3"), "menu:spoken/3"),
        Arguments.of(new Reply.Wait(), "wait"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("answers")
  void everyAnswerRepeatsTheNonceAndSaysWhereItEnds(Reply reply, String words) {
    assertThat(Answer.encode(NONCE, reply)).isEqualTo(NONCE + ":" + words + ":end");
  }

  @Property
  void nothingButTheAlphabetEverTravels(@ForAll String sound) {
    try {
      assertThat(Answer.encode(NONCE, new Reply.Announce(sound)))
          .matches("[A-Za-z0-9_:./-]{1,512}");
    } catch (IllegalArgumentException e) {
      assertThat(sound.matches("[A-Za-z0-9_./-]{1,200}")).isFalse();
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {"", "a b", "a:b", "a\nb", "é", "\"", "$"})
  void aWordThatMustNotTravelIsRefused(String sound) {
    assertThatThrownBy(() -> Answer.encode(NONCE, new Reply.Announce(sound)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
