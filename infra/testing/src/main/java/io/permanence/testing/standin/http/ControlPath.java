package io.permanence.testing.standin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What the control path of a stand-in, by which a test orders it about, reads and answers. */
public final class ControlPath {
  private ControlPath() {}

  /** The order; empty when the body is no JSON object. */
  public static Optional<ObjectNode> body(RoutingContext context) {
    return JsonBody.read(context.body().buffer());
  }

  /** It was done: 204. */
  public static void done(RoutingContext context) {
    context.response().setStatusCode(204).end();
  }

  /** The order is none: 400, and why. */
  public static void refuse(RoutingContext context, String why) {
    context.response().setStatusCode(400).end(why + "\n");
  }
}
