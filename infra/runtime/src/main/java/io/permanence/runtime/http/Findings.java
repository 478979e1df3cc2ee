package io.permanence.runtime.http;

import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a schema validation's findings says something to whoever sent the request. The validator
 * tells what is wrong with every alternative of a choice, also with those nobody meant, and calls a
 * property unknown whose value is wrong.
 */
final class Findings {
  private static final Pattern MISSING = Pattern.compile("\"([A-Za-z0-9_.-]{1,80})\"");
  private static final Pattern SEVERAL = Pattern.compile("\\([1-9][0-9]* matches\\)");

  private final List<OutputUnit> left;
  private final String root;

  private Findings(List<OutputUnit> left, String root) {
    this.left = left;
    this.root = root;
  }

  /**
   * The fields and the rules they broke.
   *
   * @param root what is named when the value as a whole is meant
   */
  static Set<Problem.Field> fields(List<OutputUnit> errors, String root) {
    Findings findings = new Findings(new ArrayList<>(errors), root);
    findings.left.removeIf(each -> knownProperty(each, errors));
    errors.stream()
        .filter(Findings::isChoice)
        .sorted(
            Comparator.comparing(Findings::where, Comparator.comparingInt(String::length))
                .reversed())
        .forEach(findings::narrow);
    return findings.left.stream()
        .flatMap(each -> findings.field(each).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether it calls a property unknown that the schema knows, but with other values. */
  private static boolean knownProperty(OutputUnit unit, List<OutputUnit> errors) {
    if (!keyword(unit).equals("additionalProperties")) {
      return false;
    }
    String properties = where(unit).replaceFirst("/additionalProperties$", "/properties");
    return errors.stream()
        .anyMatch(each -> where(each).equals(properties) && at(each).equals(at(unit)));
  }

  private static boolean isChoice(OutputUnit unit) {
    return keyword(unit).equals("oneOf") || keyword(unit).equals("anyOf");
  }

  /** Leaves of a choice's findings those of the alternative that was meant. */
  private void narrow(OutputUnit choice) {
    String inside = where(choice) + "/";
    Map<String, List<OutputUnit>> alternatives =
        left.stream()
            .filter(each -> where(each).startsWith(inside))
            .collect(
                Collectors.groupingBy(
                    each -> where(each).substring(inside.length()).replaceFirst("/.*", ""),
                    TreeMap::new,
                    Collectors.toList()));
    List<OutputUnit> kept = kept(choice, alternatives.values());
    Set<OutputUnit> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    alternatives.values().forEach(gone::addAll);
    kept.forEach(gone::remove);
    if (kept.stream().anyMatch(each -> field(each).isPresent())) {
      gone.add(choice);
    }
    left.removeIf(gone::contains);
  }

  private List<OutputUnit> kept(OutputUnit choice, Collection<List<OutputUnit>> alternatives) {
    if (SEVERAL.matcher(String.valueOf(choice.getError())).find()) {
      return List.of();
    }
    List<List<OutputUnit>> meant =
        alternatives.stream().filter(each -> wasMeant(each, choice)).toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    List<List<OutputUnit>> possible = meant.isEmpty() ? List.copyOf(alternatives) : meant;
    return possible.stream().findFirst().stream()
        .flatMap(List::stream)
        .filter(each -> possible.stream().allMatch(other -> says(other, each)))
        .toList();
  }

  private boolean says(List<OutputUnit> alternative, OutputUnit finding) {
    Optional<Problem.Field> field = field(finding);
    return field.isPresent() && alternative.stream().anyMatch(each -> field(each).equals(field));
  }

  /**
   * Whether the value is of the alternative's type, and each word that tells alternatives apart is
   * this one's.
   */
  private static boolean wasMeant(List<OutputUnit> alternative, OutputUnit choice) {
    return alternative.stream()
        .noneMatch(
            each ->
                switch (keyword(each)) {
                  case "type" -> at(each).equals(at(choice));
                  case "enum", "const" -> parent(at(each)).equals(at(choice));
                  default -> false;
                });
  }

  private Optional<Problem.Field> field(OutputUnit unit) {
    return rule(keyword(unit)).map(rule -> new Problem.Field(path(unit), rule));
  }

  private static Optional<String> rule(String keyword) {
    return switch (keyword) {
      case "required" -> Optional.of("required");
      case "minLength", "minItems", "minProperties" -> Optional.of("too-short");
      case "maxLength" -> Optional.of("too-long");
      case "maxItems", "maxProperties" -> Optional.of("too-many");
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> Optional.of("range");
      case "enum", "const", "additionalProperties", "unevaluatedProperties" ->
          Optional.of("unknown");
      case "uniqueItems" -> Optional.of("repeated");
      case "type", "format", "pattern", "oneOf", "anyOf", "not", "multipleOf" ->
          Optional.of("format");
      default -> Optional.empty();
    };
  }

  private String path(OutputUnit unit) {
    StringBuilder path = new StringBuilder();
    for (String word : at(unit).replaceFirst("^#?/?", "").split("/", -1)) {
      append(path, word);
    }
    if (keyword(unit).equals("required")) {
      Matcher missing = MISSING.matcher(String.valueOf(unit.getError()));
      if (missing.find()) {
        append(path, missing.group(1));
      }
    }
    return path.isEmpty() ? root : path.toString();
  }

  private static void append(StringBuilder path, String word) {
    if (word.isEmpty()) {
      return;
    }
    if (word.chars().allMatch(Character::isDigit)) {
      path.append('[').append(word).append(']');
    } else {
      path.append(path.isEmpty() ? "" : ".").append(word);
    }
  }

  private static String keyword(OutputUnit unit) {
    return where(unit).substring(where(unit).lastIndexOf('/') + 1);
  }

  private static String where(OutputUnit unit) {
    return String.valueOf(unit.getKeywordLocation());
  }

  private static String at(OutputUnit unit) {
    return String.valueOf(unit.getInstanceLocation());
  }

  private static String parent(String location) {
    return location.substring(0, Math.max(0, location.lastIndexOf('/')));
  }
}
