package io.permanence.testing.standin.google.calendar;

import io.permanence.model.line.Windows.Span;
import io.permanence.testing.standin.google.oauth.AccessTokens;
import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Google's calendar on this machine; the package's description says what it speaks. */
public final class CalendarStandIn {
  private final LoopbackServer server;
  private final BusyBook book;
  private final CalendarRoutes routes;

  private CalendarStandIn(LoopbackServer server, BusyBook book, CalendarRoutes routes) {
    this.server = server;
    this.book = book;
    this.routes = routes;
  }

  /** Listens on {@code port}, or on a free one when it is 0. */
  public static Future<CalendarStandIn> start(Vertx vertx, int port, AccessTokens accessTokens) {
    var book = new BusyBook();
    var routes = new CalendarRoutes(book, accessTokens);
    var router = routes.router(vertx);
    new CalendarControl(book, routes).routes(router);
    return LoopbackServer.listen(vertx, port, router)
        .map(server -> new CalendarStandIn(server, book, routes));
  }

  /** What replaces {@code https://www.googleapis.com}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** These are the account's busy times from now on, and no others. */
  public void busy(String account, Span... spans) {
    book.put(account, List.of(spans));
  }

  /** The next {@code times} requests of the account meet the fault. */
  public void fail(String account, CalendarFault fault, int times) {
    routes.faults.set(account, fault, times);
  }

  /** How many API requests came, answered or not. */
  public long requests() {
    return routes.requests.get();
  }

  public Future<Void> close() {
    return server.close();
  }
}
