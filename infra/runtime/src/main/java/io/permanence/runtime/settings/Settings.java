package io.permanence.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private static final String OURS = "PERMANENCE_";
  private static final int KEY_BYTES = 32;
  private static final List<String> SCHEMES = List.of("http", "https");
  private static final String ADDRESS = "is an address such as https://example.org/";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration FARTHEST_SHIFT = Duration.ofDays(36_600);

  private final Map<String, String> values;
  private final Map<String, Known> known = new TreeMap<>();
  private final Set<String> mistakes = new LinkedHashSet<>();

  /** Names that can be nothing but ours: those that begin so, and all of the file. */
  private final Set<String> written = new TreeSet<>();

  private Settings(Map<String, String> values) {
    this.values = values;
    values.keySet().stream().filter(name -> name.startsWith(OURS)).forEach(written::add);
  }

  /**
   * The settings of this process.
   *
   * @throws SettingsException when the settings file cannot be read
   */
  public static Settings ofProcess() {
    return ofProcess(System.getenv());
  }

  static Settings ofProcess(Map<String, String> environment) {
    String file = environment.get("PERMANENCE_SETTINGS");
    Map<String, String> values = new HashMap<>();
    Properties properties = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new SettingsException(Set.of("PERMANENCE_SETTINGS: the file cannot be read"), e);
      }
      properties.forEach((key, value) -> values.put((String) key, (String) value));
    }
    values.putAll(environment);
    Settings settings = new Settings(values);
    settings.written.addAll(properties.stringPropertyNames());
    return settings;
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
    String rule = "is 32 bytes in base64";
    if (raw(name).isEmpty()) {
      mistakes.add(name + " " + rule);
    }
    return given(name, Settings::thirtyTwoBytes, rule).orElseGet(() -> new byte[KEY_BYTES]);
  }

  private static byte[] thirtyTwoBytes(String text) {
    byte[] key = Base64.getDecoder().decode(text);
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException();
    }
    return key;
  }

  /** A whole number within bounds. */
  public int number(String name, int standard, int least, int most, String purpose) {
    return value(
        name,
        Integer.toString(standard),
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        "is a whole number from %d to %d".formatted(least, most),
        purpose);
  }

  /** A TCP or UDP port; 0 lets the system choose. */
  public int port(String name, int standard, String purpose) {
    return number(name, standard, 0, 65_535, purpose);
  }

  /** Yes or no. */
  public boolean flag(String name, boolean standard, String purpose) {
    return choice(name, Boolean.toString(standard), List.of("true", "false"), purpose)
        .equals("true");
  }

  /** A duration in ISO-8601 form, for example {@code PT15S}; not negative, at most a year. */
  public Duration duration(String name, Duration standard, String purpose) {
    return duration(
        name,
        standard,
        Duration.ZERO,
        LONGEST,
        "is a duration such as PT15S, 0 to a year",
        purpose);
  }

  /** How often something is done, or how long something lives: a duration that is not zero. */
  public Duration interval(String name, Duration standard, String purpose) {
    return duration(
        name,
        standard,
        Duration.ofMillis(1),
        LONGEST,
        "is a duration such as PT15S, above 0 and at most a year",
        purpose);
  }

  /** How far a clock is moved, forwards or back ({@code -PT1H}). */
  public Duration shift(String name, String purpose) {
    return duration(
        name,
        Duration.ZERO,
        FARTHEST_SHIFT.negated(),
        FARTHEST_SHIFT,
        "is a duration such as PT1H or -PT1H, at most a century",
        purpose);
  }

  private Duration duration(
      String name, Duration standard, Duration least, Duration most, String rule, String purpose) {
    return value(
        name,
        standard.toString(),
        text -> {
          Duration duration;
          try {
            duration = Duration.parse(text);
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
          }
          if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException();
          }
          return duration;
        },
        rule,
        purpose);
  }

  /** One of a few words. */
  public String choice(String name, String standard, List<String> allowed, String purpose) {
    return value(
        name,
        standard,
        text -> {
          if (!allowed.contains(text)) {
            throw new IllegalArgumentException();
          }
          return text;
        },
        "is " + String.join(" or ", allowed),
        purpose);
  }

  /**
   * A value of the caller's own kind.
   *
   * @param standard the default, as it would be written; must be readable
   * @param read throws {@link IllegalArgumentException} for what is none
   * @param rule what the text is, to follow the name: {@code "is a colour"}
   */
  public <T> T value(
      String name, String standard, Function<String, T> read, String rule, String purpose) {
    known.put(name, new Known(purpose, standard, false));
    Optional<T> given = given(name, read, rule);
    return given.orElseGet(() -> read.apply(standard));
  }

  /** The same for one that may be absent. */
  public <T> Optional<T> optional(
      String name, Function<String, T> read, String rule, String purpose) {
    known.put(name, new Known(purpose, "", false));
    return given(name, read, rule);
  }

  /** An address of a server that may be absent; http or https, with a host. */
  public Optional<URI> url(String name, String purpose) {
    return optional(name, Settings::address, ADDRESS, purpose);
  }

  /** An address of a server, http or https, or its default. */
  public URI url(String name, String standard, String purpose) {
    return value(name, standard, Settings::address, ADDRESS, purpose);
  }

  private static URI address(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
      throw new IllegalArgumentException();
    }
    return url;
  }

  /** A directory or file. */
  public Path path(String name, String standard, String purpose) {
    return value(name, standard, Path::of, "is a path", purpose);
  }

  /** A variable that others read, so that it stands in the table and is not taken for a mistake. */
  public void elsewhere(String name, String purpose) {
    known.put(name, new Known(purpose, "", false));
  }

  /**
   * Refuses whatever is called as ours are, or stands in the file, and is not among them: most
   * likely a name that is misspelt, whose wish would otherwise go unheard.
   *
   * @param names of all settings there are, of every module
   */
  public void refuseUnknown(Set<String> names) {
    written.stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                mistakes.add("%s is no setting; %s is".formatted(name, Nearest.of(name, names))));
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

  private <T> Optional<T> given(String name, Function<String, T> read, String rule) {
    return raw(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(read.apply(text));
              } catch (IllegalArgumentException e) {
                mistakes.add(name + " " + rule);
                return Optional.empty();
              }
            });
  }
}
