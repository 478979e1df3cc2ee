package io.permanence.callrouter.console.telephone;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.Telephone;
import io.permanence.callrouter.floor.Desk;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.Id;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.desk.TelephoneRows;
import io.permanence.store.desk.TelephoneRows.Kind;
import io.permanence.store.desk.TelephoneRows.TelephoneRow;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Choosing a telephone, and its credentials (B4). */
public final class TelephoneHandler {
  private static final Set<String> KINDS = new LinkedHashSet<>(List.of("browser", "desk"));
  private static final int SECRET_BYTES = 18;

  private final Database database;
  private final TelephoneFile file;
  private final TelephoneSettings settings;
  private final Desk desk;
  private final Gate gate;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** A handler for one desk. */
  public TelephoneHandler(
      Database database,
      TelephoneFile file,
      TelephoneSettings settings,
      Desk desk,
      Gate gate,
      Clock clock) {
    this.database = database;
    this.file = file;
    this.settings = settings;
    this.desk = desk;
    this.gate = gate;
    this.clock = clock;
  }

  /** A browser's credentials on the wire. */
  record BrowserView(
      String kind,
      String endpoint,
      String password,
      String domain,
      String path,
      Instant expiresAt,
      Optional<List<IceServer>> iceServers) {}

  /** A STUN or TURN server. */
  record IceServer(List<String> urls) {}

  /** What is typed into a desk phone. */
  record DeskView(
      String kind, String user, String password, String host, int port, String transport) {}

  /** Mounts the route. */
  public void mount(Router router) {
    router.put("/telephone").handler(gate.read(Operation.CHOOSE_TELEPHONE, this::choose));
  }

  private Future<Object> choose(ActiveSession session, RoutingContext context) {
    AccountId who = session.principal().accountId();
    Fields fields = Fields.of(Gate.body(context));
    boolean browser = fields.choice("kind", KINDS).equals("browser");
    fields.done();
    refuseDuringCall(who, browser ? Telephone.Kind.BROWSER : Telephone.Kind.DESK);
    return browser ? browser(who, host(context)) : deskPhone(who);
  }

  /** A reconnecting browser may renew its own credentials in mid-call; changing kind must wait. */
  private void refuseDuringCall(AccountId who, Telephone.Kind kind) {
    boolean onCall =
        desk.secretary(who)
            .filter(state -> state.engagement() instanceof Engagement.OnCall)
            .filter(
                state ->
                    state.telephone().kind() != Telephone.Kind.NONE
                        && state.telephone().kind() != kind)
            .isPresent();
    if (onCall) {
      throw Problem.conflict("on-call", "Finish the call first.").exception();
    }
  }

  private static String host(RoutingContext context) {
    return context.request().authority() == null
        ? "localhost"
        : context.request().authority().host();
  }

  private Future<Object> browser(AccountId who, String host) {
    Instant until = clock.instant().plus(settings.shift());
    TelephoneRow row =
        new TelephoneRow("b-" + Id.next(), who, Kind.BROWSER, secret(), Optional.of(until));
    return database
        .acrossCustomers(tx -> TelephoneRows.replace(tx, row))
        .compose(done -> published())
        .map(
            read -> {
              desk.chooseTelephone(who, Telephone.Kind.BROWSER, row.name());
              return new BrowserView(
                  "browser",
                  row.name(),
                  row.secret(),
                  host,
                  "/telephone",
                  until,
                  settings.iceServer().map(url -> List.of(new IceServer(List.of(url)))));
            });
  }

  private Future<Object> deskPhone(AccountId who) {
    return database
        .acrossCustomers(tx -> TelephoneRows.find(tx, who, Kind.DESK))
        .compose(
            found -> found.isPresent() ? Future.succeededFuture(found.get()) : newDeskPhone(who))
        .map(
            row -> {
              desk.chooseTelephone(who, Telephone.Kind.DESK, row.name());
              return new DeskView(
                  "desk",
                  row.name(),
                  row.secret(),
                  settings.deskPhoneHost(),
                  settings.deskPhonePort(),
                  "udp");
            });
  }

  private Future<TelephoneRow> newDeskPhone(AccountId who) {
    TelephoneRow row =
        new TelephoneRow("d-" + Id.next(), who, Kind.DESK, secret(), Optional.empty());
    return database
        .acrossCustomers(tx -> TelephoneRows.replace(tx, row))
        .compose(done -> published())
        .map(read -> row);
  }

  private Future<Void> published() {
    return file.publish()
        .recover(
            failure ->
                Future.failedFuture(
                    new Problem(
                            "telephone-system-unavailable",
                            "Asterisk did not answer.",
                            503,
                            List.of())
                        .exception()));
  }

  /**
   * A browser that stayed open while the service was started anew, or longer away than it may be,
   * has its telephone still: it is hers again without new credentials, and a call goes on.
   */
  public Future<Void> takeUp(AccountId who) {
    return database
        .acrossCustomers(tx -> TelephoneRows.find(tx, who, Kind.BROWSER))
        .onSuccess(
            found ->
                found
                    .filter(row -> row.validUntil().filter(clock.instant()::isBefore).isPresent())
                    .ifPresent(
                        row -> desk.chooseTelephone(who, Telephone.Kind.BROWSER, row.name())))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** The browser's credentials die with the session. */
  public Future<Void> forget(AccountId who) {
    return database
        .acrossCustomers(tx -> TelephoneRows.remove(tx, who, Kind.BROWSER))
        .compose(done -> file.publish())
        .otherwiseEmpty();
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
