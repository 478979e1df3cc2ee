package io.permanence.testing.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * {@code state.json}: where everything is, for scripts and tests outside. It comes when all is
 * ready, tells of a part that was stopped alone that it is not there, and goes with the last; its
 * names are a contract.
 */
final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolder folder;
  private final Ports ports;
  private final Parts parts;

  StateFile(RunFolder folder, Ports ports, Parts parts) {
    this.folder = folder;
    this.ports = ports;
    this.parts = parts;
  }

  /** Makes it tell what runs now. */
  void refresh() {
    long living = parts.all().stream().filter(part -> part.pid().isPresent()).count();
    if (living == 0) {
      remove();
    } else if (living == parts.all().size() || Files.exists(folder.stateFile())) {
      write();
    }
  }

  private void write() {
    ObjectNode state = JSON.createObjectNode();
    String console = "http://localhost:" + ports.of("console") + "/";
    String app = "http://localhost:" + ports.of("app") + "/";
    state.put("version", "0.1.0-SNAPSHOT");
    state.put("console", console);
    state.put("app", app);
    state.put("portalApi", app + "api/v1/");
    state.put("consoleApi", console + "api/v1/");
    state.putArray("openapi").add(app + "api/v1/openapi.yaml").add(console + "api/v1/openapi.yaml");
    state.put("inbox", "http://localhost:" + ports.of("inbox") + "/");
    state.put("health", "http://localhost:" + ports.of("management") + "/health");
    state.put("metrics", "http://localhost:" + ports.of("management") + "/metrics");
    state
        .putObject("sip")
        .put("host", "127.0.0.1")
        .put("port", ports.of("sip"))
        .put("trunkPeer", asterisk("TRUNK_PEER", "127.0.0.2"))
        .put("trunkPort", Integer.parseInt(asterisk("TRUNK_PORT", "5060")));
    state.putObject("ami").put("port", ports.of("ami"));
    state.putObject("agi").put("port", ports.of("agi"));
    state.put("jdbc", parts.jdbc().get());
    state.put("google", "http://127.0.0.1:" + ports.of("people") + "/");
    state.put("googleCalendar", "http://127.0.0.1:" + ports.of("calendar") + "/");
    state.put("googleOauth", "http://localhost:" + ports.of("google-oauth") + "/");
    state.set("emergency", emergency());
    state.setAll(demo());
    ObjectNode pids = state.putObject("pids");
    // none of ours when the database is on a foreign server
    pids.put("postgres", 0L);
    for (Part part : parts.all()) {
      pids.put(part.name(), part.pid().orElse(0L));
    }
    replace(state.toPrettyString() + "\n");
  }

  private String asterisk(String name, String usual) {
    return folder.read("asterisk-own").getOrDefault(name, usual);
  }

  /** Whom the fallback rings while the router says nothing (A12). */
  private ObjectNode emergency() {
    ObjectNode group = JSON.createObjectNode();
    ArrayNode telephones = group.putArray("telephones");
    names(asterisk("EMERGENCY_PHONES", ""))
        .forEach(phone -> telephones.add(phone.substring(0, phone.indexOf(':'))));
    names(asterisk("EMERGENCY_GROUP", ServiceSettings.EMERGENCY_GROUP)).forEach(telephones::add);
    String number = asterisk("EMERGENCY_NUMBER", "");
    return group.put("number", number.isEmpty() ? "" : "+" + number);
  }

  private static List<String> names(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
  }

  void remove() {
    try {
      Files.deleteIfExists(folder.stateFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers, lines and sign-ins as the demo data wrote them down. */
  private ObjectNode demo() {
    Path file = folder.root().resolve("demo.json");
    try {
      return Files.exists(file)
          ? (ObjectNode) JSON.readTree(file.toFile())
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(String text) {
    try {
      Path fresh = Files.createTempFile(folder.root(), "state", null);
      Files.writeString(fresh, text);
      Files.move(
          fresh,
          folder.stateFile(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
