package io.permanence.testing.standin.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the gateway accepts. Pure. */
final class SmsRules {
  private static final int MAX_PARTS = 10;
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Map<String, Pattern> FIELDS =
      Map.of(
          "from",
          Pattern.compile("\\+[1-9]\\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}"),
          "to",
          NUMBER,
          "text",
          Pattern.compile("(?s).*\\S.*"),
          "reference",
          Pattern.compile("[A-Za-z0-9._:-]{1,64}"));

  /** A field that the gateway refuses, and why. */
  record Wrong(String field, String detail) {}

  private SmsRules() {}

  static Optional<Wrong> wrong(ObjectNode message) {
    for (Map.Entry<String, JsonNode> field : message.properties()) {
      if (!FIELDS.containsKey(field.getKey())) {
        return Optional.of(new Wrong(field.getKey(), "there is no such field"));
      }
    }
    for (var rule : FIELDS.entrySet()) {
      JsonNode value = message.path(rule.getKey());
      if (!value.isTextual() || !rule.getValue().matcher(value.asText()).matches()) {
        return Optional.of(new Wrong(rule.getKey(), "must match " + rule.getValue().pattern()));
      }
    }
    return SmsParts.count(message.path("text").asText()) <= MAX_PARTS
        ? Optional.empty()
        : Optional.of(new Wrong("text", "takes more than " + MAX_PARTS + " parts"));
  }
}
