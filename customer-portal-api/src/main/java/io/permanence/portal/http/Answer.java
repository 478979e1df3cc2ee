package io.permanence.portal.http;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * What an operation answers.
 *
 * @param body absent for 204; a {@link Buffer} is a recording, anything else is written as JSON
 * @param version of the object, sent as its ETag
 */
public record Answer(int status, Optional<Object> body, Optional<Integer> version) {
  /** 200 with a body. */
  public static Answer ok(Object body) {
    return new Answer(200, Optional.of(body), Optional.empty());
  }

  /** 200 with an object that can be edited. */
  public static Answer ok(Object body, int version) {
    return new Answer(200, Optional.of(body), Optional.of(version));
  }

  /** 200 with a recording, or 206 with the part of it that was asked for. */
  public static Answer sound(Buffer wav) {
    return ok(wav);
  }

  /** 201 for the first creation of an id, 200 for its repetition. */
  public static Answer created(boolean first, Object body) {
    return new Answer(first ? 201 : 200, Optional.of(body), Optional.empty());
  }

  /** 201 for the first creation of an id, 200 for its repetition, of an object to be edited. */
  public static Answer created(boolean first, Object body, int version) {
    return new Answer(first ? 201 : 200, Optional.of(body), Optional.of(version));
  }

  /** 204: done, nothing to say. */
  public static Answer nothing() {
    return new Answer(204, Optional.empty(), Optional.empty());
  }
}
