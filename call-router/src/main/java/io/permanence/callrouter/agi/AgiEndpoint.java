package io.permanence.callrouter.agi;

import io.permanence.callrouter.journal.Reply;
import io.permanence.callrouter.journal.Routing;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;

/**
 * Where Asterisk asks: one script behind a bounded number of threads, on loopback. When all threads
 * are busy a new connection is closed at once, and the dialplan's fallback takes that call (R12).
 */
public final class AgiEndpoint {
  /** Below the two seconds that the dialplan waits. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final int THREADS_KEPT = 16;

  private final AgiListener listener;
  private final Server server;
  private final RoutingScript script;
  private final Thread accepting;

  private AgiEndpoint(AgiListener listener, RoutingScript script, int threads) {
    this.listener = listener;
    this.script = script;
    this.server = new Server(listener, script, threads);
    this.accepting = Thread.ofPlatform().daemon().name("agi-accept").unstarted(this::accept);
  }

  /**
   * Starts listening.
   *
   * @param port 0 for a free one
   * @param threads how many questions may be in the air at once
   * @throws IOException when the port is taken
   */
  public static AgiEndpoint start(int port, int threads, Routing routing) throws IOException {
    return start(port, threads, new RoutingScript(question -> reply(routing, question), PATIENCE));
  }

  private static Future<Reply> reply(Routing routing, Question question) {
    return switch (question) {
      case Question.Route route -> routing.route(route.call(), route.dialled(), route.caller());
      case Question.Step step -> routing.step(step.call(), step.step(), step.outcome());
      case Question.Waiting waiting -> routing.waiting(waiting.call());
      case Question.Key key -> routing.key(key.call(), key.digit());
    };
  }

  static AgiEndpoint start(int port, int threads, RoutingScript script) throws IOException {
    AgiEndpoint endpoint = new AgiEndpoint(new AgiListener(port, PATIENCE), script, threads);
    endpoint.accepting.start();
    return endpoint;
  }

  /** The port it listens on. */
  public int port() {
    return listener.port();
  }

  /** How many questions went without an answer so far; for the metrics. */
  public long unanswered() {
    return script.unanswered();
  }

  /** Stops listening; dialogues in progress finish. */
  public void stop() {
    server.shutdown();
  }

  private void accept() {
    try {
      server.startup();
    } catch (IOException e) {
      throw new IllegalStateException("the listener was open already", e);
    }
  }

  private static final class Server extends DefaultAgiServer {
    private final AgiListener listener;

    Server(AgiListener listener, RoutingScript script, int threads) {
      super(new StaticMappingStrategy(script));
      this.listener = listener;
      setPoolSize(Math.min(THREADS_KEPT, threads));
      setMaximumPoolSize(threads);
    }

    @Override
    protected ServerSocketFacade createServerSocket() {
      return listener;
    }
  }
}
