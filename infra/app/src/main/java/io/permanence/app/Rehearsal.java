package io.permanence.app;

import io.permanence.runtime.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A start against nothing: no PostgreSQL, no Asterisk, every port a free one. The build does it
 * once and has the JVM archive the classes that were loaded on the way, so that a real start finds
 * them ready (P9, R1). The archive is bound to the JVM and the jars it was made from; with others
 * the JVM does without it.
 */
final class Rehearsal {
  private static final int KEY_BYTES = 32;

  /** A port at which nobody listens. */
  private static final String NOBODY = "1";

  private Rehearsal() {}

  static Settings settings() {
    try {
      Path folder = Files.createTempDirectory("rehearsal");
      folder.toFile().deleteOnExit();
      Map<String, String> values = new HashMap<>();
      values.put("PERMANENCE_DEMO", "true");
      values.put("PERMANENCE_SEAL_KEY", Base64.getEncoder().encodeToString(new byte[KEY_BYTES]));
      List.of("MANAGEMENT", "CONSOLE", "PORTAL", "AGI")
          .forEach(each -> values.put("PERMANENCE_" + each + "_PORT", "0"));
      List.of("DB", "AMI", "SIP", "SIP_WEBSOCKET", "SMTP")
          .forEach(each -> values.put("PERMANENCE_" + each + "_PORT", NOBODY));
      values.put("PERMANENCE_AMI_SECRET", "rehearsal");
      values.put("PERMANENCE_SOUNDS", folder.resolve("sounds").toString());
      values.put("PERMANENCE_SPOOL", folder.resolve("spool").toString());
      values.put("PERMANENCE_TELEPHONES", folder.resolve("telephones.conf").toString());
      return Settings.of(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
