package io.permanence.testing.standin.inbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as its recipient would have it.
 *
 * @param at when the stand-in accepted it
 * @param to one recipient: an address, a number in E.164, a push token; a mail to two people is two
 *     messages
 * @param headers of an e-mail, by their first name; a header that repeats is joined by line breaks
 * @param raw an e-mail as it came over the wire
 * @param data what else the provider was told: the whole push message, an SMS's reference and parts
 */
public record InboxMessage(
    String id,
    Channel channel,
    Instant at,
    String to,
    @Nullable String from,
    @Nullable String subject,
    String text,
    @Nullable String html,
    Map<String, String> headers,
    @Nullable String raw,
    @Nullable JsonObject data) {

  public InboxMessage {
    headers = Map.copyOf(headers);
  }

  public static InboxMessage sms(Instant at, String from, String to, String text, JsonObject data) {
    return new InboxMessage(
        newId(), Channel.SMS, at, to, from, null, text, null, Map.of(), null, data);
  }

  public static InboxMessage push(
      Instant at, String token, @Nullable String title, String body, JsonObject message) {
    return new InboxMessage(
        newId(), Channel.PUSH, at, token, null, title, body, null, Map.of(), null, message);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Without the fields that are null or empty. */
  public JsonObject toJson() {
    var json = new JsonObject().put("id", id).put("channel", channel.word());
    json.put("at", at.toString()).put("to", to);
    putIfThere(json, "from", from);
    putIfThere(json, "subject", subject);
    json.put("text", text);
    putIfThere(json, "html", html);
    if (!headers.isEmpty()) {
      var named = new JsonObject();
      headers.forEach(named::put);
      json.put("headers", named);
    }
    putIfThere(json, "raw", raw);
    if (data != null) {
      json.put("data", data);
    }
    return json;
  }

  private static void putIfThere(JsonObject json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
