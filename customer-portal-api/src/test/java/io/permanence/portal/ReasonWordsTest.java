package io.permanence.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.call.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app has a sentence for every reason there is, in both languages (A10). */
class ReasonWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyCodeHasItsSentence(String language) throws IOException {
    JsonNode words =
        new ObjectMapper()
            .readTree(Path.of("web/src/words", language + ".json").toFile())
            .path("reason");
    for (ReasonCode code : ReasonCode.values()) {
      assertThat(words.path(code.wireName()).asText()).as(code.wireName()).isNotBlank();
    }
  }
}
