package io.permanence.portal.http;

import io.permanence.runtime.http.Problem;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page of a list ended, opaque to clients. */
public final class Cursor {
  private Cursor() {}

  /** Packs the position. */
  public static String of(String... parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new JsonArray(List.of(parts)).encode().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a position of so many parts.
   *
   * @throws io.permanence.runtime.http.ProblemException when it is none that {@link #of} made
   */
  public static List<String> parts(String cursor, int count) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(cursor);
      List<String> parts =
          new JsonArray(new String(json, StandardCharsets.UTF_8))
              .stream().map(String.class::cast).toList();
      if (parts.size() == count && parts.stream().noneMatch(part -> part.indexOf('\0') >= 0)) {
        return parts;
      }
    } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
      // falls through to the problem
    }
    throw unreadable();
  }

  /** 400: the cursor is none of ours. */
  public static RuntimeException unreadable() {
    return Problem.invalid("cursor", "format").exception();
  }
}
