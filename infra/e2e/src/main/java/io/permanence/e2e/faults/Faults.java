package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.e2e.faults.Measures.Row;
import io.permanence.testing.local.LocalSystem;
import io.permanence.testing.local.Ports;
import io.permanence.testing.local.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code infra/e2e/faults}: does the faults asked for, prints the table, writes the file. */
public final class Faults {
  private static final String OWN_PEER = "127.0.0.4";

  private Faults() {}

  /**
   * Arguments: the project, then ids of faults, {@code --quick} and {@code --own}; checked by the
   * script that calls this.
   */
  public static void main(String[] arguments) {
    Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
    List<String> words = List.of(arguments).subList(1, arguments.length);
    List<String> asked = words.stream().filter(word -> !word.startsWith("--")).toList();
    long seed =
        words.stream()
            .filter(word -> word.startsWith("--seed="))
            .mapToLong(word -> Long.parseLong(word.substring(7)))
            .findFirst()
            .orElseGet(() -> System.nanoTime() % 1_000_000);
    say("seed " + seed);
    List<Fault> faults =
        words.contains("--quick") ? Catalogue.quick(project, seed) : Catalogue.whole(project, seed);
    List<Fault> chosen =
        faults.stream().filter(each -> asked.isEmpty() || asked.contains(each.id())).toList();
    Path running = project.resolve(".run");
    boolean own = words.contains("--own") || !Files.exists(running.resolve("state.json"));
    LocalSystem local = own ? own(project) : LocalSystem.in(project, running, Faults::say);
    local.up();
    List<Row> rows = new ArrayList<>();
    try {
      for (Fault fault : chosen) {
        rows.addAll(run(fault, local));
        write(running.resolve("faults.json"), rows);
      }
    } finally {
      if (own) {
        local.down();
      }
    }
    System.out.println();
    rows.forEach(System.out::println);
    long missed = rows.stream().filter(row -> !row.met()).count();
    System.out.printf("%n%d rows, %d not met%n", rows.size(), missed);
    System.exit(missed == 0 ? 0 : 1);
  }

  /** Does one fault; one that breaks off has a row that says so. */
  static List<Row> run(Fault fault, LocalSystem local) {
    say("doing " + fault.id());
    Measures measures = new Measures(fault.id());
    try {
      fault.run(House.of(local), measures);
    } catch (Exception | AssertionError broke) {
      broke.printStackTrace();
      measures.unmeasured("the rest of " + fault.id(), "", String.valueOf(broke.getMessage()));
    }
    measures.rows().forEach(row -> say(row.toString()));
    return measures.rows();
  }

  /**
   * A system beside the one a person works with: another folder, other ports, another carrier. It
   * begins with a new database, because that of an earlier version need not fit.
   */
  private static LocalSystem own(Path project) {
    Path folder = project.resolve(".run/faults");
    LocalSystem.in(project, folder, Faults::say).forget();
    Ports.scatter(RunFolder.open(project, folder));
    settings(folder, "asterisk-own", Map.of("TRUNK_PEER", OWN_PEER));
    return LocalSystem.in(project, folder, Faults::say);
  }

  static void settings(Path folder, String name, Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    try {
      Path file = folder.resolve("settings").resolve(name + ".properties");
      Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
      try (var writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, List<Row> rows) {
    ObjectMapper json = new ObjectMapper();
    ArrayNode array = json.createArrayNode();
    for (Row row : rows) {
      ObjectNode node = array.addObject().put("id", row.id()).put("what", row.what());
      if (row.figure().isPresent()) {
        node.put("figure", row.figure().getAsDouble());
      } else {
        node.putNull("figure");
      }
      node.put("unit", row.unit()).put("goal", row.goal()).put("met", row.met());
      node.put("rounds", row.rounds()).put("remark", row.remark());
    }
    try {
      Files.writeString(file, array.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
