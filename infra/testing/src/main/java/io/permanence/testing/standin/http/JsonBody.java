package io.permanence.testing.standin.http;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body as a JSON object, as strictly as the providers do: one object, no second
 * value after it, no field twice.
 */
public final class JsonBody {
  private static final ObjectMapper STRICT =
      new ObjectMapper(
              new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonBody() {}

  /** Empty when the body is missing, no JSON, or no object. */
  public static Optional<ObjectNode> read(@Nullable Buffer body) {
    if (body == null) {
      return Optional.empty();
    }
    try {
      JsonNode node = STRICT.readTree(body.getBytes());
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
