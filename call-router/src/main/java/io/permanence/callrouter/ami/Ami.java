package io.permanence.callrouter.ami;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreStatusAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.CoreStatusResponse;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Asterisk's manager interface, on one event loop.
 *
 * <p>The library's pump thread delivers answers and events one after the other, so the listener
 * only copies each event and hands it on. Commands are written by a virtual thread, in order, and
 * answered asynchronously; one that is not answered in time fails. A ping every few seconds
 * together with a read timeout finds a connection that is open on one side only. After a loss the
 * library reconnects for ever; {@link AmiEvent.Connected} tells that the picture must be made anew.
 */
public final class Ami {
  private static final Logger log = LoggerFactory.getLogger(Ami.class);
  private static final long ANSWER_MILLIS = 2_000;
  private static final long PING_MILLIS = 3_000;
  private static final int READ_TIMEOUT_MILLIS = 8_000;
  private static final long RETRY_MILLIS = 500;

  private final Vertx vertx;
  private final Context context;
  private final AmiSettings settings;
  private final DefaultManagerConnection connection;
  private final NetClient doors;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("ami-writer").factory());
  private long pinger;
  private boolean connected;
  private volatile boolean closed;

  /** An adapter whose events and answers arrive on the given event loop. */
  public Ami(Vertx vertx, Context context, AmiSettings settings) {
    this.vertx = vertx;
    this.context = context;
    this.settings = settings;
    this.doors =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) ANSWER_MILLIS));
    this.connection =
        new DefaultManagerConnection(
            settings.host(), settings.port(), settings.user(), settings.secret());
    connection.setSocketTimeout((int) ANSWER_MILLIS);
    connection.setSocketReadTimeout(READ_TIMEOUT_MILLIS);
    connection.setKeepAliveAfterAuthenticationFailure(true);
    connection.registerUserEventClass(TelephonesReadEvent.class);
    connection.registerUserEventClass(TelephoneThereEvent.class);
    connection.registerUserEventClass(FallbackEvent.class);
  }

  /**
   * Begins to connect, and goes on trying until Asterisk is there.
   *
   * @param heard called on the event loop for each event
   */
  public void start(Consumer<AmiEvent> heard) {
    connection.addEventListener(event -> hand(event, heard));
    context.runOnContext(
        ignored -> pinger = vertx.setPeriodic(PING_MILLIS, each -> send(new AmiCommand.Ping())));
    writer.execute(this::login);
  }

  private void hand(ManagerEvent event, Consumer<AmiEvent> heard) {
    AmiEvents.translate(event)
        .ifPresent(
            translated ->
                context.runOnContext(
                    ignored -> {
                      if (translated instanceof AmiEvent.Connected) {
                        connected = true;
                      } else if (translated instanceof AmiEvent.Disconnected) {
                        connected = false;
                      }
                      heard.accept(translated);
                    }));
  }

  private void login() {
    while (!closed) {
      try {
        connection.login();
        return;
      } catch (AuthenticationFailedException e) {
        log.error("Asterisk refused the sign-in of {}", settings);
      } catch (IOException | TimeoutException | IllegalStateException e) {
        log.info("Asterisk is not there yet at {}", settings);
      }
      try {
        Thread.sleep(RETRY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether Asterisk can be told things now. */
  public boolean connected() {
    return connected;
  }

  /**
   * Tells Asterisk something.
   *
   * @return succeeds when Asterisk says it has (or, for a list or a call, will); fails with {@link
   *     AsteriskFailure} otherwise
   */
  public Future<Void> send(AmiCommand command) {
    Promise<Void> answer = Promise.promise();
    long timer =
        vertx.setTimer(
            ANSWER_MILLIS,
            ignored -> answer.tryFail(AsteriskFailure.unreachable("Asterisk did not answer")));
    ManagerAction action = AmiActions.of(command);
    writer.execute(() -> write(action, answer));
    return answer.future().onComplete(ignored -> vertx.cancelTimer(timer));
  }

  /** When this Asterisk was started, in its own words: another text is another Asterisk. */
  Future<String> startedAt() {
    Promise<ManagerResponse> answer = Promise.promise();
    long timer =
        vertx.setTimer(
            ANSWER_MILLIS,
            ignored -> answer.tryFail(AsteriskFailure.unreachable("Asterisk did not answer")));
    writer.execute(
        () -> {
          try {
            connection.sendAction(
                new CoreStatusAction(),
                response -> context.runOnContext(ignored -> answer.tryComplete(response)));
          } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            context.runOnContext(ignored -> answer.tryFail(e));
          }
        });
    return answer
        .future()
        .onComplete(ignored -> vertx.cancelTimer(timer))
        .compose(
            response ->
                response instanceof CoreStatusResponse status
                    ? Future.succeededFuture(
                        status.getCoreStartupDate() + " " + status.getCoreStartupTime())
                    : Future.failedFuture("Asterisk does not say since when it runs"));
  }

  /** Whether anybody takes connections there; fails when it cannot be known. */
  Future<Boolean> isListening() {
    return doors
        .connect(settings.port(), settings.host())
        .compose(NetSocket::close)
        .map(true)
        .recover(
            failure ->
                failure instanceof ConnectException
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(failure));
  }

  private void write(ManagerAction action, Promise<Void> answer) {
    try {
      connection.sendAction(action, response -> answered(response, answer));
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      context.runOnContext(
          ignored -> answer.tryFail(AsteriskFailure.unreachable("Asterisk cannot be told")));
    }
  }

  private void answered(ManagerResponse response, Promise<Void> answer) {
    String refusal = response instanceof ManagerError error ? error.getMessage() : "";
    boolean refused = response instanceof ManagerError;
    context.runOnContext(
        ignored -> {
          if (refused) {
            answer.tryFail(AsteriskFailure.refused(refusal == null ? "refused" : refusal));
          } else {
            answer.tryComplete();
          }
        });
  }

  /** Signs off; calls go on. */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(pinger);
    doors.close();
    Promise<Void> done = Promise.promise();
    writer.execute(
        () -> {
          try {
            connection.logoff();
          } catch (IllegalStateException e) {
            log.debug("was not connected");
          }
          context.runOnContext(ignored -> done.complete());
        });
    writer.shutdown();
    return done.future();
  }
}
