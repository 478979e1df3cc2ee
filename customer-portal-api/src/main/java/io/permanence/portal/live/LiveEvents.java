package io.permanence.portal.live;

import io.permanence.identity.Identity;
import io.permanence.identity.Realm;
import io.permanence.identity.SessionHandler;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Api;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.portal.live.LiveEvent.Kind;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Changes.Change;
import io.permanence.store.Database;
import io.permanence.store.history.Notes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server-sent events: hints that something of the customer's changed. Each browser that listens
 * hears its own customer's hints and no other's; a comment every 20 seconds keeps the connection,
 * and the stream ends when its session does.
 */
public final class LiveEvents {
  private static final long BEAT_MILLIS = 20_000;
  private static final int MOST_A_CUSTOMER = 100;

  private final Vertx vertx;
  private final Database database;
  private final Identity identity;
  private final SessionHandler sessions;
  private final Clock clock;
  private final Map<CustomerId, Set<Stream>> streams = new ConcurrentHashMap<>();

  /** Serves streams; feed it by {@link #heard}. */
  public LiveEvents(
      Vertx vertx, Database database, Identity identity, SessionHandler sessions, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.identity = identity;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("followLiveEvents", this::follow);
  }

  private Future<Answer> follow(Request request) {
    Set<Stream> ofCustomer =
        streams.computeIfAbsent(request.customer(), id -> ConcurrentHashMap.newKeySet());
    if (ofCustomer.size() >= MOST_A_CUSTOMER) {
      return Future.failedFuture(Problem.conflict("too-many", "Close a window first.").exception());
    }
    Stream stream =
        new Stream(
            request.context().response(), sessions.token(request.context()).orElse(""), request);
    ofCustomer.add(stream);
    stream.open(() -> ofCustomer.remove(stream));
    // the answer never ends by itself: the stream writes to the response
    return Promise.<Answer>promise().future();
  }

  /** A row changed; tells those it concerns. */
  public void heard(Change change) {
    change
        .customer()
        .map(CustomerId::new)
        .filter(streams::containsKey)
        .ifPresent(
            customer ->
                LiveEvent.of(change)
                    .ifPresent(
                        event ->
                            concerns(customer, change, event)
                                .onSuccess(
                                    yes -> {
                                      if (yes) {
                                        tell(customer, event);
                                      }
                                    })));
  }

  /** Drafts are saved each second; a note concerns the customer once it was sent. */
  private Future<Boolean> concerns(CustomerId customer, Change change, LiveEvent event) {
    boolean maybeDraft =
        event.kind() == Kind.NOTE
            && change.operation() != io.permanence.store.Changes.Operation.DELETE;
    return maybeDraft
        ? database.inTransaction(customer, tx -> Notes.sent(tx, new NoteId(event.id())))
        : Future.succeededFuture(true);
  }

  private void tell(CustomerId customer, LiveEvent event) {
    streams.getOrDefault(customer, Set.of()).forEach(stream -> stream.send(event));
  }

  /** Ends every stream. */
  public void close() {
    streams.values().forEach(all -> all.forEach(Stream::end));
  }

  /** One browser that listens; everything happens on its connection's event loop. */
  private final class Stream {
    private final HttpServerResponse response;
    private final String token;
    private final UUID sessionId;
    private final io.vertx.core.Context context;
    private long lastId;

    Stream(HttpServerResponse response, String token, Request request) {
      this.response = response;
      this.token = token;
      this.sessionId = request.session().principal().sessionId();
      this.context = vertx.getOrCreateContext();
    }

    void open(Runnable gone) {
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          .putHeader("Content-Encoding", "identity")
          .putHeader("Cache-Control", "no-store")
          .putHeader("X-Accel-Buffering", "no");
      response.write(": here\n\n");
      long beat = vertx.setPeriodic(BEAT_MILLIS, ignored -> beat());
      response.endHandler(
          ended -> {
            vertx.cancelTimer(beat);
            gone.run();
          });
      response.closeHandler(
          closed -> {
            vertx.cancelTimer(beat);
            gone.run();
          });
    }

    private void beat() {
      identity
          .session(Realm.APP, token, clock.instant())
          .onSuccess(
              session -> {
                if (session.isPresent()) {
                  write(": \n\n");
                } else {
                  send(new LiveEvent(Kind.SESSION_ENDED, sessionId));
                  end();
                }
              });
    }

    void send(LiveEvent event) {
      context.runOnContext(
          ignored -> {
            lastId++;
            write("id: " + lastId + "\ndata: " + Api.json(event) + "\n\n");
          });
    }

    private void write(String text) {
      if (!response.ended() && !response.closed() && !response.writeQueueFull()) {
        response.write(text);
      }
    }

    void end() {
      context.runOnContext(
          ignored -> {
            if (!response.ended() && !response.closed()) {
              response.end();
            }
          });
    }
  }
}
