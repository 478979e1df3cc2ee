package io.permanence.testing.standin.sms;

import io.permanence.testing.standin.fault.Faults;
import io.permanence.testing.standin.http.LoopbackServer;
import io.permanence.testing.standin.inbox.Inbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** An SMS gateway on this machine; the package's description says what it speaks. */
public final class SmsStandIn {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final LoopbackServer server;
  private final SmsDesk desk;
  private final Receipts receipts;

  private SmsStandIn(LoopbackServer server, SmsDesk desk, Receipts receipts) {
    this.server = server;
    this.desk = desk;
    this.receipts = receipts;
  }

  /** Listens on {@code port}, or on a free one when it is 0. */
  public static Future<SmsStandIn> start(
      Vertx vertx, int port, SmsAccount account, Clock clock, Inbox inbox) {
    var desk = new SmsDesk(account, clock, inbox);
    var receipts = new Receipts(vertx, account, clock);
    return LoopbackServer.listen(vertx, port, SmsRoutes.of(vertx, desk, receipts))
        .map(server -> new SmsStandIn(server, desk, receipts));
  }

  /** The gateway's address without a slash at the end; messages go to {@code /v1/messages}. */
  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  /** Posts delivery receipts there from now on. */
  public void receiptsTo(String url) {
    receipts.to(url);
  }

  /** The next message to the number meets the fault. */
  public void fail(String number, SmsFault fault) {
    fail(number, fault, 1, RETRY_AFTER);
  }

  /**
   * The next {@code times} messages to the number meet the fault.
   *
   * @param number in E.164, or {@link Faults#EVERYBODY}
   * @param retryAfter of {@link SmsFault#BUSY}, in whole seconds
   */
  public void fail(String number, SmsFault fault, int times, Duration retryAfter) {
    desk.faults.set(number, new SmsDesk.Failure(fault, retryAfter), times);
  }

  public void endFaults() {
    desk.faults.clear();
  }

  /** How many messages were sent here, taken or not. */
  public long requests() {
    return desk.requests.get();
  }

  public Future<Void> close() {
    receipts.close();
    return server.close();
  }
}
