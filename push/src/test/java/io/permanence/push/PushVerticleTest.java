package io.permanence.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import io.permanence.store.DatabaseSettings;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class PushVerticleTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();

  @Test
  void startedFromItsSettingsItDeliversWhatIsAppendedAndStopsCleanly(Vertx vertx) {
    StandIns standIns = new StandIns(vertx);
    Settings settings = Settings.of(environment(standIns));
    NodeSettings nodeSettings = NodeSettings.from(settings);
    PushSettings push = PushSettings.from(settings);
    settings.check();
    Node node = Node.open(nodeSettings);
    String deployed = Waiting.on(node.vertx().deployVerticle(new PushVerticle(node, push)));

    Household household = new Household(POSTGRES);
    UUID note = household.note("Roy", "Rappeler", node.clock().instant());
    List<String> sent = List.of("EMAIL SENT", "PUSH SENT", "SMS SENT");
    Waiting.until(
        "all is sent",
        () -> household.deliveries(note).equals(sent),
        () -> household.deliveries(note));
    assertThat(node.management().metrics().scrape())
        .contains("permanence_deliveries_total{channel=\"email\",end=\"sent\"} 1.0");

    Waiting.on(node.vertx().undeploy(deployed));
    Waiting.on(node.database().close());
    Waiting.on(node.vertx().close());
    standIns.close();
  }

  @Test
  void wrongSettingsAreNamedTogether() {
    Settings settings =
        Settings.of(
            Map.of(
                "PERMANENCE_SMS_GATEWAY", "gateway",
                "PERMANENCE_FCM_ENDPOINT", "ftp://example.org",
                "PERMANENCE_SMTP_PORT", "many"));
    PushSettings.from(settings);
    org.assertj.core.api.Assertions.assertThatThrownBy(settings::check)
        .hasMessageContainingAll(
            "PERMANENCE_SMS_GATEWAY", "PERMANENCE_FCM_ENDPOINT", "PERMANENCE_SMTP_PORT");
  }

  @Test
  void receiptsAreNotTakenWithoutASecretToCheckThem() {
    Settings settings = Settings.of(Map.of("PERMANENCE_SMS_RECEIPTS_HOST", "127.0.0.1"));
    PushSettings.from(settings);
    org.assertj.core.api.Assertions.assertThatThrownBy(settings::check)
        .hasMessageContaining(
            "PERMANENCE_SMS_RECEIPTS_HOST needs PERMANENCE_SMS_GATEWAY and PERMANENCE_SMS_SECRET");
  }

  private static Map<String, String> environment(StandIns standIns) {
    DatabaseSettings database = POSTGRES.settings();
    Map<String, String> values = new HashMap<>();
    values.put("PERMANENCE_DB_HOST", database.host());
    values.put("PERMANENCE_DB_PORT", Integer.toString(database.port()));
    values.put("PERMANENCE_DB_NAME", database.database());
    values.put("PERMANENCE_DEMO", "true");
    values.put("PERMANENCE_SEAL_KEY", "A".repeat(43) + "=");
    values.put("PERMANENCE_FCM_PROJECT", "demo");
    values.put("PERMANENCE_FCM_CREDENTIALS", standIns.keyFile.toString());
    values.put("PERMANENCE_FCM_ENDPOINT", standIns.fcm.url());
    values.put("PERMANENCE_SMTP_HOST", standIns.smtp.host());
    values.put("PERMANENCE_SMTP_PORT", Integer.toString(standIns.smtp.port()));
    values.put("PERMANENCE_SMTP_STARTTLS", "false");
    values.put("PERMANENCE_SMS_GATEWAY", standIns.sms.url());
    values.put("PERMANENCE_SMS_SECRET", "secret");
    return values;
  }
}
