package io.permanence.testing.standin.inbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.Callable;

/**
 * A real SMTP server on this machine whose mail goes to the inbox instead of anybody's mailbox. By
 * the time the client reads "250", the message is there.
 */
public final class InboxSmtp {
  private static final long START_MILLIS = 5_000;
  private static final long STOP_MILLIS = 2_000;

  private final Vertx vertx;
  private final SmtpServer server;
  private final SmtpFaults faults;

  private InboxSmtp(Vertx vertx, SmtpServer server, SmtpFaults faults) {
    this.vertx = vertx;
    this.server = server;
    this.faults = faults;
  }

  /** Listens on {@code port}, or on a free one when it is 0. */
  public static Future<InboxSmtp> start(Vertx vertx, int port, Clock clock, Inbox inbox) {
    var faults = new SmtpFaults();
    var door = new MailDoor(clock, inbox, faults);
    var setup = new ServerSetup(port, LoopbackServer.HOST, ServerSetup.PROTOCOL_SMTP);
    var server =
        new SmtpServer(
            setup,
            new Managers() {
              @Override
              public SmtpManager getSmtpManager() {
                return door;
              }
            });
    return blocking(vertx, () -> started(server))
        .map(running -> new InboxSmtp(vertx, running, faults));
  }

  private static SmtpServer started(SmtpServer server) throws InterruptedException {
    server.startService();
    if (!server.waitTillRunning(START_MILLIS)) {
      server.stopService();
      throw new IllegalStateException("the SMTP server did not start on " + server.getBindTo());
    }
    return server;
  }

  public String host() {
    return LoopbackServer.HOST;
  }

  public int port() {
    return server.getPort();
  }

  /** How to make the server refuse mail, as servers do now and then. */
  public SmtpFaults faults() {
    return faults;
  }

  public Future<Void> close() {
    return blocking(
        vertx,
        () -> {
          server.stopService(STOP_MILLIS);
          return null;
        });
  }

  private static <T> Future<T> blocking(Vertx vertx, Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }
}
