package io.permanence.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads settings. Each is an environment variable; the file named by {@code PERMANENCE_SETTINGS}
 * (properties, same names) stands behind them. Every read says what the setting is for, so that the
 * table of settings is made from the code; mistakes are collected and reported together by {@link
 * #check()}.
 */
public final class Settings {
  /** One setting as read: what it is for, its default, whether it may be printed. */
  public record Known(String purpose, String standard, boolean secret) {}

  private static final List<String> SCHEMES = List.of("http", "https");

  private final Map<String, String> values;
  private final Map<String, Known> known = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The settings of this process.
   *
   * @throws SettingsException when the settings file cannot be read
   */
  public static Settings ofProcess() {
    Map<String, String> environment = System.getenv();
    String file = environment.get("PERMANENCE_SETTINGS");
    Map<String, String> values = new HashMap<>();
    if (file != null) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new SettingsException(List.of("PERMANENCE_SETTINGS: the file cannot be read"), e);
      }
      properties.forEach((key, value) -> values.put((String) key, (String) value));
    }
    values.putAll(environment);
    return new Settings(values);
  }

  /** Settings given as a map; for tests. */
  public static Settings of(Map<String, String> values) {
    return new Settings(Map.copyOf(values));
  }

  /** A text, or its default. */
  public String text(String name, String standard, String purpose) {
    known.put(name, new Known(purpose, standard, false));
    return raw(name).orElse(standard);
  }

  /** A text that may be absent. */
  public Optional<String> optional(String name, String purpose) {
    known.put(name, new Known(purpose, "", false));
    return raw(name);
  }

  /** A password or token; never printed. */
  public String secret(String name, String standard, String purpose) {
    known.put(name, new Known(purpose, "", true));
    return raw(name).orElse(standard);
  }

  /**
   * A 32-byte key in base64; the setting must be present.
   *
   * @return the key, or 32 zero bytes when {@link #check()} will refuse the start anyway
   */
  public byte[] key(String name, String purpose) {
    known.put(name, new Known(purpose, "", true));
    return parsed(
        name,
        new byte[32],
        raw(name).orElse(""),
        text -> {
          byte[] key = Base64.getDecoder().decode(text);
          if (key.length != 32) {
            throw new IllegalArgumentException();
          }
          return key;
        },
        "is 32 bytes in base64");
  }

  /** A whole number within bounds. */
  public int number(String name, int standard, int least, int most, String purpose) {
    known.put(name, new Known(purpose, Integer.toString(standard), false));
    return parsed(
        name,
        standard,
        raw(name).orElse(Integer.toString(standard)),
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        "is a whole number from %d to %d".formatted(least, most));
  }

  /** A TCP or UDP port; 0 lets the system choose. */
  public int port(String name, int standard, String purpose) {
    return number(name, standard, 0, 65_535, purpose);
  }

  /** Yes or no. */
  public boolean flag(String name, boolean standard, String purpose) {
    known.put(name, new Known(purpose, Boolean.toString(standard), false));
    return parsed(
        name,
        standard,
        raw(name).orElse(Boolean.toString(standard)),
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException();
            },
        "is true or false");
  }

  /** A duration in ISO-8601 form, for example {@code PT15S}. */
  public Duration duration(String name, Duration standard, String purpose) {
    known.put(name, new Known(purpose, standard.toString(), false));
    return parsed(
        name,
        standard,
        raw(name).orElse(standard.toString()),
        text -> {
          try {
            return Duration.parse(text);
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
          }
        },
        "is a duration such as PT15S");
  }

  /** An address of a server that may be absent; http or https, with a host. */
  public Optional<URI> url(String name, String purpose) {
    known.put(name, new Known(purpose, "", false));
    return raw(name)
        .flatMap(
            given ->
                parsed(
                    name,
                    Optional.<URI>empty(),
                    given,
                    text -> {
                      URI url = URI.create(text);
                      if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
                        throw new IllegalArgumentException();
                      }
                      return Optional.of(url);
                    },
                    "is an address such as https://example.org/"));
  }

  /** An address of a server, http or https, or its default. */
  public URI url(String name, String standard, String purpose) {
    Optional<URI> given = url(name, purpose);
    known.put(name, new Known(purpose, standard, false));
    return given.orElseGet(() -> URI.create(standard));
  }

  /** A directory or file. */
  public Path path(String name, String standard, String purpose) {
    return Path.of(text(name, standard, purpose));
  }

  /** Two settings that do not go together; {@link #check()} refuses the start naming this one. */
  public void refuse(String name, String rule) {
    mistakes.add(name + " " + rule);
  }

  /** Everything read so far, by name. */
  public Map<String, Known> known() {
    return Map.copyOf(known);
  }

  /**
   * Call when every setting was read, before anything is started.
   *
   * @throws SettingsException naming each wrong setting and its rule
   */
  public void check() {
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes, null);
    }
  }

  private Optional<String> raw(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private <T> T parsed(
      String name, T standard, String text, Function<String, T> parse, String rule) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      mistakes.add(name + " " + rule);
      return standard;
    }
  }
}
