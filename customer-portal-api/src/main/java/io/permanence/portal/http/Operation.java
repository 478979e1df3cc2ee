package io.permanence.portal.http;

import io.vertx.core.Future;

/** One operation of the contract: load, decide, act, answer. */
@FunctionalInterface
public interface Operation {
  /** Fails with a problem the client is told. */
  Future<Answer> answer(Request request);
}
