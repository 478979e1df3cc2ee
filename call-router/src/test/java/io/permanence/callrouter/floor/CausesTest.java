package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Attempt.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A rung ends in the same way whoever rang it: the dialplan, or the desk for a secretary (A4). */
class CausesTest {
  private static final Pattern OF_DIALPLAN =
      Pattern.compile("ExecIf\\(\\$\\[(.*)]\\?Set\\(PM_OUTCOME=([a-z]+)\\)\\)");
  private static final Pattern CAUSE = Pattern.compile("HANGUPCAUSE}\" = \"([0-9]+)\"");

  /** What we stopped ringing ourselves; the dialplan knows it by its own clock. */
  private static final int NORMAL_CLEARING = 16;

  private static Map<Integer, String> dialplan() throws IOException {
    Map<Integer, String> words = new TreeMap<>();
    Matcher line = OF_DIALPLAN.matcher(Files.readString(Path.of("asterisk", "extensions.conf")));
    while (line.find()) {
      Matcher cause = CAUSE.matcher(line.group(1));
      while (cause.find()) {
        words.put(Integer.valueOf(cause.group(1)), line.group(2));
      }
    }
    return words;
  }

  private static Outcome of(String word) {
    return switch (word) {
      case "noanswer", "loop" -> Outcome.NO_ANSWER;
      case "busy" -> Outcome.BUSY;
      case "refused" -> Outcome.REFUSED;
      default -> Outcome.FAILED;
    };
  }

  @Test
  void everyCauseLeadsWhereTheDialplanLeads() throws IOException {
    Map<Integer, String> dialplan = dialplan();
    assertThat(dialplan).containsKeys(17, 18, 19, 21, 29);
    for (int cause = 1; cause < 128; cause++) {
      if (cause != NORMAL_CLEARING) {
        assertThat(Causes.outcome(cause))
            .as("cause %d", cause)
            .isEqualTo(of(dialplan.getOrDefault(cause, "unreachable")));
      }
    }
  }
}
