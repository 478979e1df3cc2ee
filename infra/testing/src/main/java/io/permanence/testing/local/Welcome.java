package io.permanence.testing.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What a person reads when everything runs: where to look and how to sign in. */
final class Welcome {
  private Welcome() {}

  static String text(LocalSystem system) {
    if (!Files.exists(system.stateFile())) {
      return "not everything runs; infra/up starts the rest";
    }
    JsonNode state = read(system);
    StringBuilder text = new StringBuilder(System.lineSeparator());
    text.append("  console   ").append(state.path("console").asText()).append('\n');
    text.append("  app       ").append(state.path("app").asText()).append('\n');
    text.append("  inbox     ").append(state.path("inbox").asText()).append('\n');
    text.append("  health    ").append(state.path("health").asText()).append('\n');
    text.append("\n  sign in as\n");
    for (JsonNode account : state.path("accounts")) {
      text.append(
          "    %-16s %-34s %s%n"
              .formatted(
                  account.path("role").asText(),
                  account.path("user").asText(),
                  account.path("password").asText()));
    }
    text.append("\n  place a call:  infra/call %s%n".formatted(firstLine(state)));
    return text.toString();
  }

  private static String firstLine(JsonNode state) {
    return state.path("lines").path(0).path("number").asText(state.path("demoNumber").asText());
  }

  private static JsonNode read(LocalSystem system) {
    try {
      return new ObjectMapper().readTree(system.stateFile().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
