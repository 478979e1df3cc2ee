package io.permanence.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void everyMistakeIsNamedAtOnceWithoutItsValue() {
    Settings settings =
        Settings.of(Map.of("PORT", "seventy", "LIMIT", "soon", "KEY", "c2hvcnQ=", "ON", "maybe"));
    settings.port("PORT", 80, "x");
    settings.duration("LIMIT", Duration.ZERO, "x");
    settings.key("KEY", "x");
    settings.flag("ON", false, "x");
    assertThatThrownBy(settings::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PORT is a whole number from 0 to 65535")
        .hasMessageContaining("LIMIT is a duration such as PT15S, 0 to a year")
        .hasMessageContaining("KEY is 32 bytes in base64")
        .hasMessageContaining("ON is true or false")
        .hasMessageNotContaining("seventy");
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    Settings settings = Settings.of(Map.of("HOST", "  "));
    assertThat(settings.text("HOST", "localhost", "x")).isEqualTo("localhost");
    assertThat(settings.number("N", 7, 0, 10, "x")).isEqualTo(7);
    settings.check();
  }

  @Test
  void aNameNobodyReadsIsRefusedAndTheNearestOneTold() {
    Settings settings = Settings.of(Map.of("PERMANENCE_DB_PROT", "5432", "HOME", "/root"));
    settings.port("PERMANENCE_DB_PORT", 5432, "x");
    settings.text("PERMANENCE_DB_HOST", "localhost", "x");
    settings.refuseUnknown(settings.known().keySet());
    assertThatThrownBy(settings::check)
        .hasMessage("settings: PERMANENCE_DB_PROT is no setting; PERMANENCE_DB_PORT is");
  }

  @Test
  void aDurationIsNeverNegativeAndAnIntervalNeverZeroButAClockMayGoBack() {
    Settings settings =
        Settings.of(Map.of("WAIT", "-PT1S", "EVERY", "PT0S", "LONG", "P400D", "CLOCK", "-PT1H"));
    assertThat(settings.duration("WAIT", Duration.ofSeconds(7), "x"))
        .isEqualTo(Duration.ofSeconds(7));
    settings.interval("EVERY", Duration.ofSeconds(1), "x");
    settings.duration("LONG", Duration.ZERO, "x");
    assertThat(settings.shift("CLOCK", "x")).isEqualTo(Duration.ofHours(-1));
    assertThatThrownBy(settings::check)
        .hasMessage(
            "settings: WAIT is a duration such as PT15S, 0 to a year;"
                + " EVERY is a duration such as PT15S, above 0 and at most a year;"
                + " LONG is a duration such as PT15S, 0 to a year");
  }

  @Test
  void aChoiceIsOneOfItsWordsAndAnotherKindIsReadByItsOwnReader() {
    Settings settings = Settings.of(Map.of("LANGUAGE", "de", "SIZES", "1 x"));
    assertThat(settings.choice("LANGUAGE", "fr", List.of("fr", "en"), "x")).isEqualTo("fr");
    int size = settings.value("SIZES", "1", Integer::valueOf, "is a size", "x");
    assertThat(size).isEqualTo(1);
    // two modules may read the same
    settings.value("SIZES", "1", Integer::valueOf, "is a size", "x");
    assertThatThrownBy(settings::check)
        .hasMessage("settings: LANGUAGE is fr or en; SIZES is a size");
  }

  @Test
  void everyNameInTheFileIsToBeOneOfOurs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("service.properties");
    Files.writeString(file, "PERMANANCE_DB_PORT=1\nPERMANENCE_DB_HOST=db\n");
    Settings settings =
        Settings.ofProcess(
            Map.of("PERMANENCE_SETTINGS", file.toString(), "PERMANENCE_DB_HOST", "here"));
    assertThat(settings.text("PERMANENCE_DB_HOST", "localhost", "x")).isEqualTo("here");
    settings.port("PERMANENCE_DB_PORT", 5432, "x");
    settings.elsewhere("PERMANENCE_SETTINGS", "x");
    settings.refuseUnknown(settings.known().keySet());
    assertThatThrownBy(settings::check)
        .hasMessage("settings: PERMANANCE_DB_PORT is no setting; PERMANENCE_DB_PORT is");
  }

  @Test
  void aFileThatMakesNoSenseIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("service.properties"), "A=\\u12");
    assertThatThrownBy(() -> Settings.ofProcess(Map.of("PERMANENCE_SETTINGS", file.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PERMANENCE_SETTINGS");
  }
}
