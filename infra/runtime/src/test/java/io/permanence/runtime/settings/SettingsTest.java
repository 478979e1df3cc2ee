package io.permanence.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        .hasMessageContaining("LIMIT is a duration such as PT15S")
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
}
