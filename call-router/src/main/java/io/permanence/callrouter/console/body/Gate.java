package io.permanence.callrouter.console.body;

import io.permanence.identity.ActiveSession;
import io.permanence.identity.SessionHandler;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets a request in when its session and role allow the operation, and sends the answer. */
public final class Gate {
  private final SessionHandler sessions;

  /** A gate for sessions of the console. */
  public Gate(SessionHandler sessions) {
    this.sessions = sessions;
  }

  /** What a handler answers: a body with 200, nothing with 204, or something to hear. */
  public sealed interface Answer {
    /** 200 with this as JSON. */
    record Body(Object value) implements Answer {}

    /** 204. */
    record Nothing() implements Answer {}

    /** 200 with a recording, or 206 with the part of it that was asked for. */
    record Sound(Buffer wav) implements Answer {}

    /** Another status, with a problem that is more than a {@link Problem}. */
    record Other(int status, Object problem) implements Answer {}
  }

  /** A route's handler for an operation. */
  public Handler<RoutingContext> handle(
      Operation operation, BiFunction<ActiveSession, RoutingContext, Future<Answer>> work) {
    return context -> {
      ActiveSession session = enter(context, operation);
      work.apply(session, context)
          .onSuccess(answer -> send(context, answer))
          .onFailure(context::fail);
    };
  }

  /** The same for one that answers a body. */
  public <T> Handler<RoutingContext> read(
      Operation operation, BiFunction<ActiveSession, RoutingContext, Future<T>> work) {
    return handle(
        operation, (session, context) -> work.apply(session, context).map(Answer.Body::new));
  }

  /**
   * The session, when it may do this.
   *
   * @throws io.permanence.runtime.http.ProblemException 401, 403
   */
  public ActiveSession enter(RoutingContext context, Operation operation) {
    ActiveSession session = sessions.required(context, operation.duringPasswordChange());
    if (!operation.open(session.principal().role())) {
      throw Problem.forbidden("role-forbids", "Your role does not allow this.").exception();
    }
    return session;
  }

  private static void send(RoutingContext context, Answer answer) {
    switch (answer) {
      case Answer.Body body -> HttpFoundation.json(context, 200, body.value());
      case Answer.Sound sound -> HttpFoundation.wav(context, sound.wav());
      case Answer.Nothing nothing -> context.response().setStatusCode(204).end();
      case Answer.Other other -> HttpFoundation.problem(context, other.status(), other.problem());
    }
  }

  /** The body of a request; empty when there is none. */
  public static Buffer body(RoutingContext context) {
    return Optional.ofNullable(context.body())
        .map(io.vertx.ext.web.RequestBody::buffer)
        .orElseGet(Buffer::buffer);
  }
}
