package io.permanence.store;

import io.permanence.model.id.CustomerId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.vertx.VertxInstance;

/**
 * The gateway to PostgreSQL. A handle belongs to one {@link Module}; {@link #as} gives another
 * module's handle on the same pool.
 *
 * <p>Every transaction runs on a duplicated event-loop context: Hibernate Reactive keeps the
 * current session in the context, and two overlapping transactions started from a verticle's {@code
 * start}, a timer or {@code runOnContext} would otherwise share one session. It may be opened from
 * any thread; results arrive on the caller's context.
 */
public final class Database {
  private static final String OPEN =
      "select set_config('role', ?1, true), set_config('permanence.customer', ?2, true)";

  /**
   * A connection that says nothing for a statement's time and this is given up, with whatever waits
   * for it; one that merely had nothing to do is opened again when it is needed.
   */
  private static final Duration SILENT = Duration.ofSeconds(2);

  /** A transaction that has not begun by then is given up, and will not begin any more (R5). */
  private static final Duration BEGINS_WITHIN = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final Pool pool;
  private final Stage.SessionFactory sessions;
  private final Module module;

  private Database(Vertx vertx, Pool pool, Stage.SessionFactory sessions, Module module) {
    this.vertx = vertx;
    this.pool = pool;
    this.sessions = sessions;
    this.module = module;
  }

  /**
   * Opens the pool and maps the entities (see {@code mapping.Mapping} for all of them). Blocks for
   * about a second the first time in a process (the mapping is read), so call it from a worker; it
   * does not need PostgreSQL to be up.
   */
  public static Database open(
      Vertx vertx, DatabaseSettings settings, Module module, List<Class<?>> entities) {
    Pool pool = pool(vertx, settings);
    Configuration configuration = new Configuration();
    entities.forEach(configuration::addAnnotatedClass);
    StandardServiceRegistry registry =
        new ReactiveServiceRegistryBuilder()
            .applySettings(
                Map.of(
                    "hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect",
                    "hibernate.boot.allow_jdbc_metadata_access", "false",
                    "hibernate.jdbc.time_zone", "UTC",
                    "hibernate.jdbc.batch_size", "50",
                    "hibernate.hbm2ddl.auto", "none",
                    "hibernate.query.jpaql_strict_compliance", "false"))
            .addService(VertxInstance.class, (VertxInstance) () -> vertx)
            .addService(ReactiveConnectionPool.class, new ProvidedPool(pool))
            .build();
    Stage.SessionFactory sessions =
        configuration.buildSessionFactory(registry).unwrap(Stage.SessionFactory.class);
    return new Database(vertx, pool, sessions, module);
  }

  private static Pool pool(Vertx vertx, DatabaseSettings settings) {
    PgConnectOptions connect =
        new PgConnectOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setDatabase(settings.database())
            .setUser(settings.user())
            .setPassword(settings.password())
            .setCachePreparedStatements(true)
            .setTcpKeepAlive(true)
            .addProperty("application_name", "permanence")
            .addProperty("timezone", "UTC")
            .addProperty("statement_timeout", Long.toString(settings.statementTimeout().toMillis()))
            .addProperty("idle_in_transaction_session_timeout", "10000");
    connect.setConnectTimeout((int) settings.connectTimeout().toMillis());
    // The server's own limit on a statement does nothing while the server hangs (R5).
    connect.setReadIdleTimeout((int) settings.statementTimeout().plus(SILENT).toSeconds());
    connect.setIdleTimeoutUnit(TimeUnit.SECONDS);
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(settings.connections())
            .setMaxWaitQueueSize(settings.waiters())
            .setConnectionTimeout((int) settings.connectTimeout().toMillis())
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    return PgBuilder.pool().using(vertx).connectingTo(connect).with(options).build();
  }

  /** The same pool in another module's hands. */
  public Database as(Module other) {
    return new Database(vertx, pool, sessions, other);
  }

  /**
   * Runs the work in one transaction that sees one customer's rows and may write this module's
   * tables. Commits when the work's future succeeds, rolls back when it fails.
   *
   * @return the work's result; fails when PostgreSQL is away, the queue is full, a statement
   *     exceeds its time, or the work failed; with {@link Unanswered} when PostgreSQL says nothing
   *     for three seconds: then the work has not begun and never will
   */
  public <T> Future<T> inTransaction(CustomerId customer, Function<Tx, Future<T>> work) {
    return transaction(customer.toString(), work);
  }

  /**
   * Runs the work in a transaction that sees no customer's rows: for the directories, the company's
   * own tables and the listed functions that read across customers.
   */
  public <T> Future<T> acrossCustomers(Function<Tx, Future<T>> work) {
    return transaction("", work);
  }

  private <T> Future<T> transaction(String customer, Function<Tx, Future<T>> work) {
    ContextInternal caller = ((VertxInternal) vertx).getOrCreateContext();
    ContextInternal fresh = eventLoopContext(caller).duplicate();
    Promise<T> result = caller.promise();
    AtomicBoolean begunOrGivenUp = new AtomicBoolean();
    long patience =
        vertx.setTimer(
            BEGINS_WITHIN.toMillis(),
            ignored -> {
              if (begunOrGivenUp.compareAndSet(false, true)) {
                result.tryFail(new Unanswered());
              }
            });
    Function<Tx, Future<T>> begun =
        tx -> {
          vertx.cancelTimer(patience);
          return begunOrGivenUp.compareAndSet(false, true)
              ? work.apply(tx)
              : Future.failedFuture(new Unanswered());
        };
    attempt(fresh, customer, begun)
        .recover(
            failure ->
                failure instanceof ClosedConnectionException && !begunOrGivenUp.get()
                    ? attempt(fresh.duplicate(), customer, begun)
                    : Future.failedFuture(failure))
        .onComplete(
            done -> {
              vertx.cancelTimer(patience);
              if (done.succeeded()) {
                result.tryComplete(done.result());
              } else {
                result.tryFail(done.cause());
              }
            });
    return result.future();
  }

  /**
   * Takes a connection and begins. A connection that had nothing to do for a while is closed, and
   * may be in the very moment it is taken: before the work has begun nothing is lost by taking
   * another.
   */
  private <T> Future<T> attempt(
      ContextInternal fresh, String customer, Function<Tx, Future<T>> begun) {
    Promise<T> attempted = Promise.promise();
    fresh.runOnContext(
        ignored ->
            sessions
                .withTransaction((session, tx) -> open(session, customer, fresh, begun))
                .whenComplete(
                    (value, failure) -> {
                      if (failure == null) {
                        attempted.complete(value);
                      } else {
                        attempted.fail(unwrapped(failure));
                      }
                    }));
    return attempted.future();
  }

  private ContextInternal eventLoopContext(ContextInternal caller) {
    return caller.isEventLoopContext() ? caller : ((VertxInternal) vertx).createEventLoopContext();
  }

  private <T> CompletionStage<T> open(
      Stage.Session session, String customer, Context context, Function<Tx, Future<T>> work) {
    return session
        .createNativeQuery(OPEN, Object[].class)
        .setParameter(1, module.role())
        .setParameter(2, customer)
        .getSingleResult()
        .thenCompose(ignored -> work.apply(new Tx(session, context)).toCompletionStage());
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof java.util.concurrent.CompletionException && cause != null
        ? cause
        : failure;
  }

  /** Whether PostgreSQL answers now; for readiness. */
  public Future<Boolean> answers() {
    return pool.query("select 1").execute().map(rows -> true).otherwise(false);
  }

  /** Closes the pool; transactions in progress fail. Only the handle that was opened closes. */
  public Future<Void> close() {
    sessions.close();
    return pool.close();
  }
}
