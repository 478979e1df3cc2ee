package io.permanence.portal.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushSettingsTest {
  @Test
  void theAppReachesFirebaseOnlyWhereFirebaseIsSetUp() {
    assertThat(PushSettings.from(Settings.of(Map.of())).servers()).isEmpty();
    PushSettings real =
        PushSettings.from(Settings.of(Map.of("PERMANENCE_FIREBASE_API_KEY", "public")));
    assertThat(HttpFoundation.contentSecurityPolicy(real.servers()))
        .contains(
            "connect-src 'self' https://firebaseinstallations.googleapis.com "
                + "https://fcmregistrations.googleapis.com;");
  }
}
