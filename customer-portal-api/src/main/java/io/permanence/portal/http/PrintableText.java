package io.permanence.portal.http;

import io.permanence.runtime.http.Printable;
import io.permanence.runtime.http.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses texts that no store can keep and no screen can show: NUL and other control characters but
 * line breaks and tabs, and halves of characters.
 */
final class PrintableText {
  private PrintableText() {}

  static void check(String path, @Nullable Object value) {
    switch (value) {
      case String text -> checkText(path, text);
      case JsonObject object -> {
        for (Map.Entry<String, Object> entry : object) {
          checkText(path.isEmpty() ? "body" : path, entry.getKey());
          check(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue());
        }
      }
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          check(path + "[" + i + "]", array.getValue(i));
        }
      }
      case null, default -> {}
    }
  }

  private static void checkText(String path, String text) {
    if (!Printable.lines(text)) {
      throw Problem.invalid(path, "format").exception();
    }
  }
}
