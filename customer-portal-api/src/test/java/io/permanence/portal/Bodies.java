package io.permanence.portal;

import io.permanence.model.id.Id;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What the app sends when it makes or changes something. */
final class Bodies {
  private static final AtomicInteger NUMBERS = new AtomicInteger(40);

  private Bodies() {}

  static JsonObject json(String name, Object value) {
    return new JsonObject().put(name, value);
  }

  /** An id nothing has yet. */
  static String fresh() {
    return Id.next().toString();
  }

  /** A mobile number that was not used before. */
  static String number() {
    return "+336399840" + NUMBERS.getAndIncrement();
  }

  /** An instruction for that line, which puts nobody through for two days. */
  static JsonObject instruction(UUID line) {
    return new JsonObject()
        .put("lineId", line.toString())
        .put(
            "window",
            new JsonObject()
                .put("kind", "ONE_OFF")
                .put("from", "2026-12-24T08:00:00Z")
                .put("to", "2026-12-26T08:00:00Z"))
        .put("greeting", "Cabinet, bonjour")
        .put("putThrough", "NONE")
        .put("mode", "ANNOUNCED")
        .put("message", "Fermé pour les fêtes.")
        .put("ladder", new JsonArray())
        .putNull("secretaryNotes");
  }

  static JsonObject contact() {
    return new JsonObject()
        .put("name", "Anne")
        .putNull("company")
        .put("numbers", new JsonArray())
        .putNull("email")
        .putNull("remarks")
        .put("mark", "NONE");
  }

  /** Every message by push alone. */
  static JsonObject preferences() {
    JsonArray rules = new JsonArray();
    for (String channel : List.of("PUSH", "EMAIL", "SMS")) {
      for (String urgency : List.of("NORMAL", "URGENT")) {
        rules.add(
            new JsonObject()
                .put("channel", channel)
                .put("urgency", urgency)
                .put("enabled", channel.equals("PUSH")));
      }
    }
    return new JsonObject()
        .putNull("emailAddress")
        .putNull("smsNumber")
        .put("rules", rules)
        .put("incomingCalls", false)
        .putNull("quietHours");
  }
}
