package io.permanence.testing.standin.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.http.ControlPath;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Faults ordered over the control path: {@code PUT /control/faults/{account}} with {@code {"fault":
 * …, "times": …}} (once, unless said otherwise), and {@code DELETE /control/faults}.
 */
public final class FaultControl {
  private FaultControl() {}

  /** Adds both to the router. */
  public static <F extends Enum<F>> void routes(Router router, Faults<F> faults, Class<F> kind) {
    router.put("/control/faults/:account").handler(context -> order(context, faults, kind));
    router
        .delete("/control/faults")
        .handler(
            context -> {
              faults.clear();
              ControlPath.done(context);
            });
  }

  private static <F extends Enum<F>> void order(
      RoutingContext context, Faults<F> faults, Class<F> kind) {
    try {
      ObjectNode order = ControlPath.body(context).orElseThrow(IllegalArgumentException::new);
      faults.set(
          context.pathParam("account"),
          Enum.valueOf(kind, order.path("fault").asText()),
          order.path("times").asInt(1));
      ControlPath.done(context);
    } catch (IllegalArgumentException wrong) {
      ControlPath.refuse(
          context, "fault is one of %s, times at least 1".formatted(kind.getSimpleName()));
    }
  }
}
