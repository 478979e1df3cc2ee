package io.permanence.runtime.http;

import io.permanence.runtime.blocking.Blocking;
import io.permanence.store.Refusals;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a part that is away or overrun from a mistake of ours. */
public final class Outage {
  private Outage() {}

  /** Whether trying again later may help. */
  public static boolean is(@Nullable Throwable failure) {
    if (failure != null && (Refusals.isRefusal(failure) || Refusals.isMisfit(failure))) {
      return false;
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof IOException
          || each instanceof Blocking.Busy
          || each instanceof ConnectionPoolTooBusyException
          || each instanceof VertxException) {
        return true;
      }
    }
    return failure != null && Refusals.isOutage(failure);
  }
}
