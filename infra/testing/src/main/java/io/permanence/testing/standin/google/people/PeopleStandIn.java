package io.permanence.testing.standin.google.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.testing.standin.google.oauth.AccessTokens;
import io.permanence.testing.standin.http.JsonBody;
import io.permanence.testing.standin.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;

/** Google's contacts on this machine; the package's description says what it speaks. */
public final class PeopleStandIn {
  private final LoopbackServer server;
  private final PeopleDesk desk;
  private final PeopleRoutes routes;

  private PeopleStandIn(LoopbackServer server, PeopleDesk desk, PeopleRoutes routes) {
    this.server = server;
    this.desk = desk;
    this.routes = routes;
  }

  /** Listens on {@code port}, or on a free one when it is 0. */
  public static Future<PeopleStandIn> start(
      Vertx vertx, int port, AccessTokens accessTokens, Clock clock) {
    var desk = new PeopleDesk(clock);
    var routes = new PeopleRoutes(desk, accessTokens);
    var router = routes.router(vertx);
    new PeopleControl(desk, routes).routes(router);
    return LoopbackServer.listen(vertx, port, router)
        .map(server -> new PeopleStandIn(server, desk, routes));
  }

  /** What replaces {@code https://people.googleapis.com}, without a slash at the end. */
  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  /**
   * The account's owner adds or changes a contact in Google.
   *
   * @param id without {@code people/}
   * @param person as the API writes it, for example of {@link #person}
   */
  public void put(String account, String id, JsonObject person) {
    ObjectNode json =
        JsonBody.read(person.toBuffer())
            .orElseThrow(() -> new IllegalArgumentException("a person is a JSON object"));
    desk.book(account).put(id, json, desk.now());
  }

  /** A person with a name and telephone numbers. */
  public static JsonObject person(String givenName, String familyName, String... numbers) {
    var name = new JsonObject().put("givenName", givenName).put("familyName", familyName);
    var phones = new JsonArray();
    for (String number : numbers) {
      phones.add(new JsonObject().put("value", number).put("type", "mobile"));
    }
    return new JsonObject().put("names", new JsonArray().add(name)).put("phoneNumbers", phones);
  }

  /** The account's owner deletes a contact in Google. */
  public void remove(String account, String id) {
    desk.book(account).delete(id, desk.now());
  }

  /** All contacts of the account, with all fields. */
  public List<JsonObject> contacts(String account) {
    return desk.book(account).all().stream()
        .map(contact -> new JsonObject(contact.shown(PersonMask.READABLE).toString()))
        .toList();
  }

  /** Google forgets the account's sync tokens. */
  public void expireSyncTokens(String account) {
    desk.tokens.expire(account);
  }

  /** How many full syncs an account may begin in a minute. */
  public void limitFullSyncs(int perMinute) {
    desk.quota.allow(perMinute);
  }

  /** The next {@code times} requests of the account meet the fault. */
  public void fail(String account, PeopleFault fault, int times) {
    routes.faults.set(account, fault, times);
  }

  public void endFaults() {
    routes.faults.clear();
  }

  /** How many API requests came, answered or not. */
  public long requests() {
    return routes.requests.get();
  }

  public Future<Void> close() {
    return server.close();
  }
}
