package io.permanence.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds.
 *
 * @param heap bytes of the Java heap after a collection; 0 for a process that has none
 * @param resident bytes of memory
 * @param descriptors open files and sockets
 */
record Vitals(long heap, long resident, long descriptors, long connections, long channels) {
  static Vitals of(House house, String part) {
    long pid = house.pid(part);
    return new Vitals(
        part.equals("service") ? heap(pid) : 0,
        resident(pid),
        descriptors(pid),
        Long.parseLong(
            new Ledger(house)
                .texts(
                    "select count(*)::text from pg_stat_activity where application_name = 'permanence'")
                .getFirst()),
        new Exchange(house).legs().size());
  }

  static long descriptors(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in use after a full collection. */
  private static long heap(long pid) {
    jcmd(pid, "GC.run");
    return jcmd(pid, "GC.heap_info").stream()
        .filter(line -> line.matches(".*used \\d+K.*"))
        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")) * 1024)
        .sum();
  }

  private static List<String> jcmd(long pid, String command) {
    try {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      return new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
