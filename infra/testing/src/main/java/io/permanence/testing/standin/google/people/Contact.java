package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One contact of an account, as written; what Google adds when it is read is computed here. Never
 * changed: a change is a new one.
 *
 * @param id without {@code people/}
 * @param fields the writable fields
 * @param revision counts the account's changes
 */
record Contact(String id, ObjectNode fields, long revision, Instant changedAt, boolean deleted) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Only the writable fields, without what Google added at an earlier reading. */
  static ObjectNode cleaned(JsonNode person) {
    ObjectNode clean = JSON.objectNode();
    for (String name : PersonMask.WRITABLE) {
      if (person.path(name) instanceof ArrayNode values && !values.isEmpty()) {
        ArrayNode kept = clean.putArray(name);
        values.forEach(value -> kept.add(((ObjectNode) value.deepCopy()).without("metadata")));
      }
    }
    return clean;
  }

  String resourceName() {
    return "people/" + id;
  }

  String etag() {
    byte[] bytes = (id + "." + revision).getBytes(StandardCharsets.UTF_8);
    return "%" + Base64.getEncoder().encodeToString(bytes);
  }

  /** The etag that an update must name. */
  String sourceEtag() {
    return "#" + etag().substring(1);
  }

  /** As an answer shows it. */
  ObjectNode shown(Set<String> mask) {
    ObjectNode person = JSON.objectNode().put("resourceName", resourceName()).put("etag", etag());
    if (deleted || mask.contains("metadata")) {
      person.set("metadata", metadata());
    }
    if (deleted) {
      return person;
    }
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (mask.contains(field.getKey())) {
        person.set(field.getKey(), withDerived(field.getKey(), field.getValue()));
      }
    }
    return person;
  }

  private ObjectNode metadata() {
    ObjectNode metadata = JSON.objectNode().put("objectType", "PERSON");
    metadata
        .putArray("sources")
        .addObject()
        .put("type", "CONTACT")
        .put("id", id)
        .put("etag", sourceEtag())
        .put("updateTime", changedAt.toString());
    return deleted ? metadata.put("deleted", true) : metadata;
  }

  private ArrayNode withDerived(String field, JsonNode values) {
    ArrayNode shown = JSON.arrayNode();
    for (JsonNode value : values) {
      ObjectNode copy = value.deepCopy();
      switch (field) {
        case "names" -> derivedName(copy);
        case "phoneNumbers" -> canonical(copy);
        default -> {}
      }
      if (copy.path("type").isTextual()) {
        copy.put("formattedType", capital(copy.path("type").asText()));
      }
      ObjectNode metadata = copy.putObject("metadata");
      if (shown.isEmpty()) {
        metadata.put("primary", true).put("sourcePrimary", true);
      }
      metadata.putObject("source").put("type", "CONTACT").put("id", id);
      shown.add(copy);
    }
    return shown;
  }

  private static void derivedName(ObjectNode name) {
    String given = name.path("givenName").asText("");
    String family = name.path("familyName").asText("");
    String whole = (given + " " + family).strip();
    String shown = whole.isEmpty() ? name.path("unstructuredName").asText("") : whole;
    name.put("displayName", shown).put("unstructuredName", shown);
    name.put("displayNameLastFirst", family.isEmpty() ? shown : (family + ", " + given).strip());
  }

  /**
   * Google knows the canonical form of international numbers only, as it cannot guess a country.
   */
  private static void canonical(ObjectNode phone) {
    String digits = phone.path("value").asText("").replaceAll("[^+0-9]", "");
    if (digits.matches("\\+[1-9]\\d{6,14}")) {
      phone.put("canonicalForm", digits);
    }
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
