package io.permanence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.permanence.callrouter.CallRouterSettings;
import io.permanence.portal.PortalSettings;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import io.permanence.runtime.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings are checked once, at the start, with clear messages (DESIGN 6). */
class PermanenceTest {
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @Test
  void everyWrongSettingIsNamedBeforeAnythingStarts() {
    Settings settings =
        Settings.of(
            Map.of(
                "PERMANENCE_SEAL_KEY", KEY,
                "PERMANENCE_COUNTRIES", "XX",
                "PERMANENCE_SPEECH", "say it",
                "PERMANENCE_LANGUAGE", "de",
                "PERMANENCE_GOOGLE_AUTHORIZATION_URL", "not an address",
                "PERMANENCE_DESK_OFFER", "-PT15S",
                "PERMANENCE_CALS_A_SECOND", "10"));
    NodeSettings.from(settings);
    CallRouterSettings.from(settings);
    PortalSettings.from(settings);
    settings.refuseUnknown(Permanence.table().keySet());
    assertThatThrownBy(settings::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PERMANENCE_COUNTRIES names countries")
        .hasMessageContaining("PERMANENCE_SPEECH is a command")
        .hasMessageContaining("PERMANENCE_LANGUAGE is fr or en")
        .hasMessageContaining("PERMANENCE_GOOGLE_AUTHORIZATION_URL is an address")
        .hasMessageContaining("PERMANENCE_DESK_OFFER is a duration")
        .hasMessageContaining("PERMANENCE_CALS_A_SECOND is no setting; PERMANENCE_CALLS_A_SECOND");
  }

  @Test
  void whatTheSystemOnOneMachineIsGivenIsKnown() {
    assertThat(Permanence.table().keySet())
        .contains(
            "PERMANENCE_SETTINGS",
            "PERMANENCE_LOG",
            "PERMANENCE_NATIVE_CACHE",
            "PERMANENCE_DEMO_FILE",
            "PERMANENCE_OWNER_PASSWORD",
            "PERMANENCE_SMS_RECEIPTS_PORT");
  }
}
