package io.permanence.store;

import io.vertx.sqlclient.Pool;
import java.util.concurrent.CompletableFuture;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.impl.SqlClientPool;

/** Hands Hibernate Reactive the pool that {@link Database} made, with our limits. */
final class ProvidedPool extends SqlClientPool {
  private final Pool pool;
  private final SqlStatementLogger statements = new SqlStatementLogger();
  private final SqlExceptionHelper exceptions = new SqlExceptionHelper(true);

  ProvidedPool(Pool pool) {
    this.pool = pool;
  }

  @Override
  protected Pool getPool() {
    return pool;
  }

  @Override
  protected SqlStatementLogger getSqlStatementLogger() {
    return statements;
  }

  @Override
  public SqlExceptionHelper getSqlExceptionHelper() {
    return exceptions;
  }

  @Override
  public CompletableFuture<Void> getCloseFuture() {
    return pool.close().toCompletionStage().toCompletableFuture();
  }
}
