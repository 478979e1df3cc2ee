package io.permanence.push;

import io.permanence.push.email.MailCarrier;
import io.permanence.push.fcm.FcmCarrier;
import io.permanence.push.receipt.ReceiptDesk;
import io.permanence.push.relay.Carrier;
import io.permanence.push.relay.Relay;
import io.permanence.push.relay.Tally;
import io.permanence.push.sms.HttpGateway;
import io.permanence.push.sms.SmsCarrier;
import io.permanence.runtime.node.Node;
import io.permanence.store.Changes;
import io.permanence.store.Module;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops the relay with the channels that are set up, and takes the SMS gateway's
 * receipts.
 */
public final class PushVerticle extends AbstractVerticle {
  private final Node node;
  private final PushSettings settings;
  private @Nullable Relay relay;
  private @Nullable Changes changes;
  private @Nullable HttpServer receiptServer;

  /** A verticle for {@link Node#run}. */
  public PushVerticle(Node node, PushSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  @Override
  public void start(Promise<Void> started) {
    carriers().compose(this::run).onComplete(started);
  }

  private Future<List<Carrier>> carriers() {
    List<Carrier> carriers = new ArrayList<>();
    settings.mail().ifPresent(mail -> carriers.add(new MailCarrier(vertx, mail)));
    settings
        .sms()
        .ifPresent(
            sms ->
                carriers.add(
                    new SmsCarrier(new HttpGateway(vertx, sms), sms.atOnce(), node.sealer())));
    return settings
        .fcm()
        .map(fcm -> FcmCarrier.start(vertx, fcm, node.clock()).onSuccess(carriers::add))
        .orElseGet(() -> Future.succeededFuture())
        .map(ignored -> carriers);
  }

  private Future<Void> run(List<Carrier> carriers) {
    Relay made =
        new Relay(
            vertx,
            node.database().as(Module.PUSH),
            node.clock(),
            new SecureRandom(),
            new Tally(node.management().metrics()),
            carriers);
    relay = made;
    made.start(settings.every());
    return receipts().compose(ignored -> listen(made));
  }

  private Future<Void> receipts() {
    return settings
        .receipts()
        .map(
            receipts ->
                new ReceiptDesk(vertx, node.database().as(Module.PUSH), node.clock(), receipts)
                    .listen()
                    .onSuccess(listening -> receiptServer = listening)
                    .<Void>mapEmpty())
        .orElseGet(() -> Future.succeededFuture());
  }

  private Future<Void> listen(Relay made) {
    return Changes.listen(
            vertx, node.settings().database(), change -> heard(made, change), made::wake)
        .onSuccess(listening -> changes = listening)
        .mapEmpty();
  }

  private static void heard(Relay relay, Changes.Change change) {
    if (change.subject().equals("outbox")) {
      relay.appended();
    }
  }

  @Override
  public void stop(Promise<Void> stopped) {
    Future<Void> deaf = changes == null ? Future.succeededFuture() : changes.close();
    Future<Void> closed = receiptServer == null ? Future.succeededFuture() : receiptServer.close();
    Future<Void> idle = relay == null ? Future.succeededFuture() : relay.stop();
    Future.join(deaf, closed, idle).<Void>mapEmpty().onComplete(stopped);
  }
}
