package io.permanence.callrouter.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.call.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console says what to do and why for every reason there is, in both languages (A10). */
class ReasonWordTest {
  private static final Path WORDS = Path.of("web/src/words");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "fr-call.ts, because",
    "fr-call.ts, reason",
    "en-call.ts, because",
    "en-call.ts, reason"
  })
  void everyCodeHasItsSentence(String file, String section) throws IOException {
    Set<String> sentences = keys(Files.readString(WORDS.resolve(file)), section);
    for (ReasonCode code : ReasonCode.values()) {
      assertThat(sentences).as(file + " " + section).contains(ReasonWord.of(code));
    }
    assertThat(sentences).contains("ladder-exhausted", "live-test");
  }

  /** The keys directly below the first section of that name. */
  private static Set<String> keys(String text, String section) {
    var head = Pattern.compile("\\n( +)" + section + ": \\{\\n").matcher(text);
    assertThat(head.find()).as(section).isTrue();
    String indent = head.group(1);
    String body = text.substring(head.end(), text.indexOf("\n" + indent + "}", head.end()));
    return Pattern.compile("(?m)^" + indent + "  \"?([a-z-]+)\"?:")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
