package io.permanence.runtime.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings do not allow a start; the message names each setting and its rule, never a value.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsException(Set<String> mistakes, @Nullable Throwable cause) {
    super("settings: " + String.join("; ", mistakes), cause);
  }
}
