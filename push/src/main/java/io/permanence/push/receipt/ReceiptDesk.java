package io.permanence.push.receipt;

import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.delivery.Deliveries;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes receipts; the package's description is the contract. */
public final class ReceiptDesk {
  /** Where receipts are posted. */
  public static final String PATH = "/v1/sms-receipts";

  private static final Logger log = LoggerFactory.getLogger(ReceiptDesk.class);
  private static final long LARGEST = 16_384;
  private static final byte[] NONE = new byte[0];
  private static final Problem FORGED =
      Problem.unauthenticated("bad-signature", "X-Signature does not sign this body now.");

  private final Vertx vertx;
  private final Database database;
  private final Clock clock;
  private final ReceiptSettings settings;

  /** Serves nothing before {@link #listen}. */
  public ReceiptDesk(Vertx vertx, Database database, Clock clock, ReceiptSettings settings) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
    this.settings = settings;
  }

  /** Starts serving. */
  public Future<HttpServer> listen() {
    Router router = HttpFoundation.router(vertx);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(this::receive);
    return HttpFoundation.listen(
        vertx, HttpFoundation.options(settings.host(), settings.port()), router);
  }

  private void receive(RoutingContext context) {
    byte[] body = Optional.ofNullable(context.body().buffer()).map(b -> b.getBytes()).orElse(NONE);
    String signed = Optional.ofNullable(context.request().getHeader("X-Signature")).orElse("");
    if (!Signature.holds(signed, body, settings.secret(), clock.instant())) {
      log.warn("a receipt without a sound signature");
      HttpFoundation.problem(context, FORGED);
      return;
    }
    switch (Receipt.of(body)) {
      case Receipt.Told told ->
          keep(told).onSuccess(known -> answer(context, told, known)).onFailure(context::fail);
      case Receipt.Unreadable unreadable ->
          HttpFoundation.problem(context, Problem.invalid(unreadable.field(), unreadable.rule()));
    }
  }

  private Future<Boolean> keep(Receipt.Told told) {
    return database.acrossCustomers(
        tx ->
            Deliveries.receipt(
                tx, told.delivery(), told.providerRef(), told.why(), clock.instant()));
  }

  private static void answer(RoutingContext context, Receipt.Told told, boolean known) {
    if (known) {
      context.response().setStatusCode(204).end();
    } else {
      log.info("a receipt for {}, which is no delivery of ours", told.delivery());
      HttpFoundation.problem(context, Problem.notFound());
    }
  }
}
