package io.permanence.testing.standin.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.google.ApiSchema;
import io.permanence.testing.standin.google.GoogleError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What FCM accepts: the v1 schema, and the rules that its documentation states beside it. Pure. */
final class FcmRules {
  private static final ApiSchema SCHEMA = ApiSchema.of("fcm-v1.json");
  private static final List<String> TARGETS = List.of("token", "fid", "topic", "condition");
  private static final int MAX_BYTES = 4_096;
  private static final BigDecimal MAX_TTL_SECONDS = BigDecimal.valueOf(2_419_200);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_:-]{4,4096}");
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9-_.~%]{1,900}");
  private static final Pattern RESERVED =
      Pattern.compile("from|notification|message_type|collapse_key|google.*|gcm.*");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");
  private static final Set<String> URGENCIES = Set.of("very-low", "low", "normal", "high");
  private static final Set<String> APNS_PRIORITIES = Set.of("1", "5", "10");

  private FcmRules() {}

  /** Why FCM would refuse the request; empty when it takes it. */
  static Optional<GoogleError> refusal(ObjectNode request) {
    var misshapen = SCHEMA.check("SendMessageRequest", request);
    if (misshapen.isPresent()) {
      return misshapen.map(GoogleError::invalid);
    }
    JsonNode message = request.path("message");
    return target(message)
        .or(() -> data(message))
        .or(() -> android(field(message, "android")))
        .or(() -> webpush(field(message, "webpush")))
        .or(() -> apns(field(message, "apns")))
        .or(() -> size(message));
  }

  /** The field under either of its spellings. */
  static JsonNode field(JsonNode parent, String camel) {
    for (Map.Entry<String, JsonNode> field : parent.properties()) {
      if (ApiSchema.camel(field.getKey()).equals(camel) && !field.getValue().isNull()) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  /** The one device that the message is for: a registration token or an installation id. */
  static Optional<String> address(JsonNode message) {
    return Stream.of("token", "fid")
        .filter(message::hasNonNull)
        .findFirst()
        .map(name -> message.path(name).asText());
  }

  private static Optional<GoogleError> target(JsonNode message) {
    List<String> targets = TARGETS.stream().filter(message::hasNonNull).toList();
    if (targets.isEmpty()) {
      return refused("Recipient of the message is not set.");
    }
    if (targets.size() > 1) {
      return Optional.of(
          GoogleError.invalidArgument(
              "Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set"
                  + " '%s'".formatted(targets.get(1))));
    }
    if (address(message).filter(address -> !TOKEN.matcher(address).matches()).isPresent()) {
      return refused("The registration token is not a valid FCM registration token");
    }
    return TOPIC.matcher(message.path("topic").asText("x")).matches()
        ? Optional.empty()
        : refused("Malformed topic name");
  }

  private static Optional<GoogleError> data(JsonNode message) {
    for (String part : List.of("", "android", "webpush")) {
      JsonNode owner = part.isEmpty() ? message : field(message, part);
      for (Map.Entry<String, JsonNode> entry : owner.path("data").properties()) {
        if (RESERVED.matcher(entry.getKey()).matches()) {
          return refused("Invalid data payload key: " + entry.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<GoogleError> android(JsonNode android) {
    JsonNode ttl = field(android, "ttl");
    if (ttl.isMissingNode()) {
      return Optional.empty();
    }
    var seconds = new BigDecimal(ttl.asText().substring(0, ttl.asText().length() - 1));
    boolean possible = seconds.signum() >= 0 && seconds.compareTo(MAX_TTL_SECONDS) <= 0;
    return possible ? Optional.empty() : refused("Invalid value for android.ttl: " + ttl.asText());
  }

  private static Optional<GoogleError> webpush(JsonNode webpush) {
    for (Map.Entry<String, JsonNode> header : webpush.path("headers").properties()) {
      String value = header.getValue().asText();
      boolean possible =
          switch (header.getKey().toLowerCase(Locale.ROOT)) {
            case "ttl" -> SECONDS.matcher(value).matches();
            case "urgency" -> URGENCIES.contains(value);
            default -> true;
          };
      if (!possible) {
        return refused("Invalid webpush header %s: %s".formatted(header.getKey(), value));
      }
    }
    JsonNode link = field(field(webpush, "fcmOptions"), "link");
    return link.isMissingNode() || link.asText().startsWith("https://")
        ? Optional.empty()
        : refused("Invalid webpush.fcm_options.link: it must be an HTTPS URL");
  }

  private static Optional<GoogleError> apns(JsonNode apns) {
    JsonNode headers = apns.path("headers");
    if (!APNS_PRIORITIES.contains(headers.path("apns-priority").asText("10"))) {
      return refused("Invalid apns-priority");
    }
    if (!headers.path("apns-expiration").asText("0").matches("\\d{1,12}")) {
      return refused("Invalid apns-expiration");
    }
    JsonNode payload = apns.path("payload");
    return payload.isMissingNode() || payload.path("aps").isObject()
        ? Optional.empty()
        : refused("APNs payload must contain an aps dictionary");
  }

  private static Optional<GoogleError> size(JsonNode message) {
    int general = bytes(message.path("data")) + bytes(message.path("notification"));
    for (String part : List.of("android", "webpush", "apns")) {
      JsonNode owner = field(message, part);
      int own =
          bytes(owner.path("data"))
              + bytes(owner.path("notification"))
              + bytes(owner.path("payload"));
      if (Math.max(own, general) > MAX_BYTES) {
        return refused("Message is too big");
      }
    }
    return Optional.empty();
  }

  /** The bytes of all names and values. */
  private static int bytes(JsonNode node) {
    int sum = 0;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      sum +=
          utf8(field.getKey())
              + (value.isTextual() ? utf8(value.asText()) : utf8(value.toString()));
    }
    return sum;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Optional<GoogleError> refused(String message) {
    return Optional.of(FcmFault.refused(message));
  }
}
