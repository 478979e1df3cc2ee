package io.permanence.callrouter.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.journal.StepWord;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dialplan is half of the contract: what both sides name must be named alike. */
class ChannelVariablesTest {
  /** Names the dialplan keeps to itself. */
  private static final Set<String> ITS_OWN =
      Set.of(
          "PM_ARRIVED",
          "PM_FILE",
          "PM_KEY",
          "PM_MORE",
          "PM_NONCE",
          "PM_OUTCOME",
          "PM_REASON",
          "PM_RECORDED",
          "PM_ROUND",
          "PM_SCRIPT",
          "PM_SPOKEN",
          "PM_TARGET",
          "PM_THEN",
          "PM_UNHEARD",
          "PM_WORDS");

  private static String dialplan() throws IOException {
    return Files.readString(Path.of("asterisk", "extensions.conf"));
  }

  private static Set<String> shared() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : ChannelVariables.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        names.add((String) field.get(null));
      }
    }
    return names;
  }

  @Test
  void everyNameStandsInTheDialplanAndEveryNameOfTheDialplanIsKnown()
      throws IOException, IllegalAccessException {
    Set<String> found =
        Pattern.compile("(?<![A-Z0-9])(PM_[A-Z0-9]+|PEERCHAN|SPYCHAN)\\b")
            .matcher(dialplan())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(shared());
    assertThat(found).containsAll(known);
    known.addAll(ITS_OWN);
    assertThat(known).containsAll(found);
  }

  @Test
  void everyVerbTheEncoderWritesIsOneTheDialplanReads() throws IOException {
    String dialplan = dialplan();
    String act = dialplan.substring(dialplan.indexOf("[act]"), dialplan.indexOf("[put-through]"));
    for (String verb : List.of("desk", "dial", "announce", "voicemail", "reject")) {
      assertThat(act).contains("exten => " + verb + ",1,");
    }
    for (String verb : List.of("wait", "say", "menu")) {
      assertThat(dialplan).contains("= \"" + verb + "\"");
    }
    assertThat(dialplan).contains("exten => reject-loop,");
  }

  @Test
  void everyOutcomeTheDialplanTellsIsUnderstood() throws IOException {
    Set<String> told =
        Pattern.compile("PM_OUTCOME=([a-z]+)")
            .matcher(dialplan())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    for (StepWord each : StepWord.values()) {
      assertThat(told).contains(each.word());
    }
    assertThat(told).allSatisfy(word -> assertThat(StepWord.of(word)).isPresent());
  }
}
