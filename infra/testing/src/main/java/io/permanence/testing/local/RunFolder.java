package io.permanence.testing.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The folder a running system lives in: data, logs, process ids, generated settings. Survives
 * {@code down}; may be deleted whole.
 *
 * @param project the project's root, where the scripts are
 * @param root the run folder, {@code .run} by default
 */
public record RunFolder(Path project, Path root) {
  /** Makes the folders that are missing. */
  public static RunFolder open(Path project, Path root) {
    RunFolder folder =
        new RunFolder(project.toAbsolutePath().normalize(), root.toAbsolutePath().normalize());
    for (String name : new String[] {"pids", "log", "settings", "sounds", "spool"}) {
      folder.make(folder.root.resolve(name));
    }
    return folder;
  }

  /** Where a part writes what it prints. */
  public Path log(String part) {
    return root.resolve("log").resolve(part + ".log");
  }

  /** Where a part's process id is kept. */
  public Path pid(String part) {
    return root.resolve("pids").resolve(part);
  }

  /** The file of generated settings of that name. */
  public Path settings(String name) {
    return root.resolve("settings").resolve(name + ".properties");
  }

  /** What outside tools read, once everything is ready. */
  public Path stateFile() {
    return root.resolve("state.json");
  }

  /** A script of {@code infra/deploy}. */
  public String script(String name) {
    return project.resolve("infra/deploy").resolve(name).toString();
  }

  /** Reads a settings file; empty when there is none. */
  public Map<String, String> read(String name) {
    Map<String, String> values = new TreeMap<>();
    Path file = settings(name);
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.forEach((key, value) -> values.put((String) key, (String) value));
    }
    return values;
  }

  /** Writes a settings file that only its owner can read. */
  public void write(String name, Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    Path file = settings(name);
    try {
      Path fresh = Files.createTempFile(file.getParent(), name, null);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        properties.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
