package io.permanence.testing.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, from outside. */
class StandInsTest {
  @Test
  void theProcessSaysWhereEverythingListensAndEndsWhenTold(@TempDir Path folder) throws Exception {
    Path keyFile = folder.resolve("fcm.json");
    Process process = start("--fcm-key-file", keyFile.toString());
    try {
      var addresses = new JsonObject(process.inputReader(StandardCharsets.UTF_8).readLine());

      assertThat(addresses.fieldNames())
          .containsExactly("smtp", "inbox", "fcm", "sms", "google", "people", "calendar");
      sendSms(addresses.getString("sms"));
      var messages = new JsonArray(get(addresses, "inbox", "api/messages?channel=sms"));
      assertThat(messages.getJsonObject(0).getString("text")).isEqualTo("Bonjour");
      String contacts = "control/people/dr.martin@gmail.example/contacts";
      assertThat(get(addresses, "people", contacts)).contains("Jeanne");
      assertThat(get(addresses, "google", ".well-known/openid-configuration")).contains("issuer");
      assertThat(get(addresses, "calendar", "control/requests")).contains("0");
      assertThat(Files.readString(keyFile)).contains("service_account");

      List<ProcessHandle> children = process.children().toList();
      process.destroy();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(children).hasSize(1).noneMatch(ProcessHandle::isAlive);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> StandInSettings.of(new String[] {"--colour", "red"}, Map.of()))
        .hasMessageContaining("--colour is no option");
    var settings = StandInSettings.of(new String[0], Map.of("STANDIN_SMS_PORT", "many"));
    assertThatThrownBy(() -> settings.port("sms-port")).hasMessageContaining("--sms-port");
  }

  private static Process start(String... more) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StandIns.class.getName());
    for (String port : List.of("inbox", "smtp", "fcm", "sms", "people", "google", "calendar")) {
      command.addAll(List.of("--" + port + "-port", "0"));
    }
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void sendSms(String gateway) {
    String message =
        new JsonObject()
            .put("from", "Permanence")
            .put("to", "+33639980001")
            .put("text", "Bonjour")
            .put("reference", "r1")
            .encode();
    var answer =
        Http.send(
            "POST", gateway + "v1/messages", message, "Authorization", "Bearer demo-sms-secret");
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private static String get(JsonObject addresses, String name, String path) {
    return Http.get(addresses.getString(name) + path).body();
  }
}
