package io.permanence.push.receipt;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a gateway's receipt says. Fields we do not know are left alone: gateways add some. */
sealed interface Receipt {
  /** The telephone network's word for a number that belongs to nobody. */
  String UNKNOWN_SUBSCRIBER = "unknown-subscriber";

  /** A reference: the id of a delivery. */
  Pattern REFERENCE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The longest name a gateway may give a message. */
  int LONGEST_ID = 300;

  /**
   * It says what became of a message.
   *
   * @param delivery the reference the message was sent under
   * @param providerRef the gateway's own name for it
   * @param why a code of the portal's contract; absent when it was delivered
   */
  record Told(UUID delivery, String providerRef, Optional<String> why) implements Receipt {}

  /** It cannot be read. */
  record Unreadable(String field, String rule) implements Receipt {}

  /** Reads a body whose signature was checked. */
  static Receipt of(byte[] body) {
    try {
      return of(new JsonObject(new String(body, StandardCharsets.UTF_8)));
    } catch (DecodeException | ClassCastException notAnObject) {
      return new Unreadable("body", "format");
    }
  }

  private static Receipt of(JsonObject json) {
    String reference = text(json, "reference");
    String id = text(json, "id");
    String status = text(json, "status");
    if (reference == null || !REFERENCE.matcher(reference).matches()) {
      return new Unreadable("reference", reference == null ? "required" : "format");
    }
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
      return new Unreadable("id", id == null || id.isEmpty() ? "required" : "too-long");
    }
    UUID delivery = UUID.fromString(reference);
    return switch (status) {
      case "delivered" -> new Told(delivery, id, Optional.empty());
      case "undelivered" -> new Told(delivery, id, Optional.of(why(json)));
      case null -> new Unreadable("status", "required");
      default -> new Unreadable("status", "unknown-value");
    };
  }

  private static String why(JsonObject json) {
    return UNKNOWN_SUBSCRIBER.equals(text(json, "reason")) ? "number-unknown" : "not-delivered";
  }

  private static @Nullable String text(JsonObject json, String field) {
    return json.getValue(field) instanceof String text ? text : null;
  }
}
