package io.permanence.portal.site;

import io.permanence.identity.Identity;
import io.permanence.identity.Realm;
import io.permanence.identity.SessionHandler;
import io.permanence.model.figure.FigureRules;
import io.permanence.model.line.TollFence;
import io.permanence.portal.call.CallHandlers;
import io.permanence.portal.consent.ConsentHandlers;
import io.permanence.portal.contact.ContactHandlers;
import io.permanence.portal.device.DeviceHandlers;
import io.permanence.portal.device.PushSettings;
import io.permanence.portal.figure.FigureHandlers;
import io.permanence.portal.google.GoogleCallback;
import io.permanence.portal.google.GoogleHandlers;
import io.permanence.portal.google.GoogleSettings;
import io.permanence.portal.http.Api;
import io.permanence.portal.http.Contract;
import io.permanence.portal.http.Operation;
import io.permanence.portal.instruction.ForwardingNumberHandlers;
import io.permanence.portal.instruction.InstructionHandlers;
import io.permanence.portal.intake.IntakeHandlers;
import io.permanence.portal.line.LineHandlers;
import io.permanence.portal.live.LiveEvents;
import io.permanence.portal.note.NoteHandlers;
import io.permanence.portal.preference.PreferenceHandlers;
import io.permanence.portal.preview.PreviewHandlers;
import io.permanence.portal.proof.CodeHandlers;
import io.permanence.portal.session.SessionHandlers;
import io.permanence.runtime.http.HttpFoundation;
import io.permanence.runtime.http.StaticSite;
import io.permanence.runtime.node.Node;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything the portal serves. */
public final class PortalSite {
  private static final String CONTRACT = "openapi/portal.yaml";
  private static final String API = "/api/v1";
  private static final String APP = "web/app";

  private final Node node;
  private final Database database;
  private final Identity identity;
  private final GoogleSettings google;
  private final PushSettings push;
  private final TollFence fence;
  private final FigureRules figures;
  private final SessionHandler sessions;
  private final LiveEvents live;

  /**
   * Takes its collaborators; opens nothing.
   *
   * @param tls whether browsers reach the app over TLS
   * @param fence what forwarding numbers may be
   * @param figures what is called answered in time
   */
  public PortalSite(
      Node node,
      Identity identity,
      boolean tls,
      GoogleSettings google,
      PushSettings push,
      TollFence fence,
      FigureRules figures) {
    this.node = node;
    this.database = node.database().as(Module.PORTAL);
    this.identity = identity;
    this.google = google;
    this.push = push;
    this.fence = fence;
    this.figures = figures;
    this.sessions = new SessionHandler(identity, Realm.APP, tls, node.clock());
    this.live = new LiveEvents(node.vertx(), database, identity, sessions, node.clock());
  }

  /** The live hints, to be fed with changes. */
  public LiveEvents live() {
    return live;
  }

  /** The router; fails when the contract and the operations do not fit. */
  public Future<Router> router() {
    return Contract.read(node.vertx(), CONTRACT).map(this::router);
  }

  private Router router(OpenAPIContract contract) {
    Router router = HttpFoundation.router(node.vertx(), push.servers());
    router
        .get(API + "/openapi.yaml")
        .handler(
            context ->
                context
                    .response()
                    .putHeader("Content-Type", "application/yaml")
                    .sendFile(CONTRACT)
                    .onFailure(context::fail));
    router.route(API + "/*").handler(sessions);
    router.route(API + "/*").handler(HttpFoundation.bodies());
    router
        .route(API + "/*")
        .subRouter(new Api(sessions, operations(), node.clock()).router(node.vertx(), contract));
    router
        .get(GoogleSettings.CALLBACK)
        .handler(sessions)
        .handler(new GoogleCallback(database, node.sealer(), google, node.clock()));
    StaticSite.mount(router, APP);
    return router;
  }

  private Map<String, Operation> operations() {
    Map<String, Operation> all = new HashMap<>();
    List.of(
            new SessionHandlers(database, identity, sessions).operations(),
            new CallHandlers(database).operations(),
            new FigureHandlers(database, figures).operations(),
            new NoteHandlers(database).operations(),
            new LineHandlers(database).operations(),
            new InstructionHandlers(database).operations(),
            new PreviewHandlers(database, node.numbers()).operations(),
            new ForwardingNumberHandlers(database, node.numbers(), fence).operations(),
            new CodeHandlers(database, node.numbers(), fence, node.sealer()).operations(),
            new IntakeHandlers(database).operations(),
            new ContactHandlers(database, node.numbers()).operations(),
            new PreferenceHandlers(database, node.numbers()).operations(),
            new DeviceHandlers(database, push).operations(),
            new ConsentHandlers(database).operations(),
            new GoogleHandlers(database, node.sealer(), google).operations(),
            live.operations())
        .forEach(all::putAll);
    return all;
  }
}
