package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.console.body.Gate;
import io.permanence.callrouter.console.body.Gate.Answer;
import io.permanence.callrouter.console.body.Operation;
import io.permanence.identity.ActiveSession;
import io.permanence.model.id.CallId;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.voicemail.Voicemails;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;

/** What a caller said to the machine, for whoever may see the call's card (A12, B9). */
public final class VoicemailHandler {
  private final Database database;
  private final CardAccess access;
  private final Gate gate;
  private final Clock clock;

  /** A handler for the recordings of that store. */
  public VoicemailHandler(Database database, CardAccess access, Gate gate, Clock clock) {
    this.database = database;
    this.access = access;
    this.gate = gate;
    this.clock = clock;
  }

  /** Mounts the route. */
  public void mount(Router router) {
    router
        .get("/calls/:callId/voicemail")
        .handler(gate.handle(Operation.HEAR_VOICEMAIL, this::hear));
  }

  private Future<Answer> hear(ActiveSession session, RoutingContext context) {
    CallId call = new CallId(Fields.pathId("callId", context.pathParam("callId")));
    return access
        .home(session.principal().accountId(), call)
        .compose(
            home ->
                home.map(
                        customer ->
                            database.inTransaction(
                                customer, tx -> Voicemails.audio(tx, call, clock.instant())))
                    .orElseGet(() -> Future.succeededFuture(Optional.<Buffer>empty())))
        .map(
            audio ->
                audio
                    .<Answer>map(Answer.Sound::new)
                    .orElseThrow(() -> Problem.notFound().exception()));
  }
}
