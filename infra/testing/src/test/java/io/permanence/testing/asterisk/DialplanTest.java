package io.permanence.testing.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dialplan as text, and against what is loaded. */
class DialplanTest {
  private static final Path FOLDER = NativeTools.here().project().resolve("call-router/asterisk");

  @Test
  void everyVariableOfOursIsListedInTheReadme() throws IOException {
    Set<String> used = all(dialplan(), "\\b(PM_[A-Z]+|[A-Z]+CHAN)\\b");
    Set<String> listed =
        all(Files.readString(FOLDER.resolve("README.md")), "`(PM_[A-Z]+|[A-Z]+CHAN)`");
    assertThat(listed).containsAll(used);
  }

  @Test
  void everyVariableThatEventsCarryIsSetInTheDialplanOrByTheRouter() throws IOException {
    Matcher line =
        Pattern.compile("^channelvars = (.*)$", Pattern.MULTILINE)
            .matcher(Files.readString(FOLDER.resolve("manager.conf")));
    assertThat(line.find()).isTrue();
    Set<String> set = all(dialplan(), "\\b_{0,2}(PM_[A-Z]+)\\b");
    set.addAll(all(Files.readString(FOLDER.resolve("README.md")), "\\| `(PM_[A-Z]+)` \\| AMI \\|"));
    assertThat(set).contains(line.group(1).split(",", -1));
  }

  @Test
  void everyApplicationAndFunctionIsLoaded() throws IOException {
    Set<String> applications =
        all(
            dialplan(),
            "(?m)^ ?(?:exten|same) => (?:[^,(]*(?:\\([a-z]+\\))?,){1,2}([A-Z][A-Za-z]+)\\(");
    applications.addAll(all(dialplan(), "\\?([A-Z][a-z][A-Za-z]+)\\("));
    Set<String> functions = all(dialplan(), "\\$\\{([A-Z_]+)\\(");
    functions.addAll(all(dialplan(), "Set\\(([A-Z]+)\\("));
    assertThat(applications).contains("Dial", "BridgeWait", "Set", "Playback");
    try (AsteriskServer asterisk = AsteriskServer.start()) {
      String loaded = asterisk.console("core show applications");
      assertThat(applications)
          .allSatisfy(name -> assertThat(loaded).containsPattern("\\b" + name + ":"));
      String known = asterisk.console("core show functions");
      assertThat(functions)
          .allSatisfy(name -> assertThat(known).containsPattern("(?m)^" + name + "\\b"));
      assertThat(asterisk.log()).doesNotContain("ERROR");
    }
  }

  @Test
  void nothingTheCallerSentReachesDial() throws IOException {
    String dials =
        dialplan().lines().filter(line -> line.contains("Dial(")).collect(Collectors.joining("\n"));
    assertThat(dials.lines()).hasSize(2);
    assertThat(dials)
        .doesNotContain("EXTEN")
        .doesNotContain("PM_DIALLED")
        .doesNotContain("PM_CALLER");
    assertThat(Files.readString(FOLDER.resolve("dialled.conf")))
        .doesNotContainPattern("(?m)^exten => _[^,]*[.!]");
  }

  private static String dialplan() throws IOException {
    return Files.readString(FOLDER.resolve("extensions.conf"))
        .lines()
        .filter(line -> !line.strip().startsWith(";"))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
