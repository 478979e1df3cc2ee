package io.permanence.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction; exists only inside {@link Database#inTransaction}. Whoever holds one may
 * read and write what its module and customer allow. Operations of one transaction run one after
 * the other: chain them with {@code compose}, never start two at once.
 */
public final class Tx {
  private final Stage.Session session;
  private final Context context;

  Tx(Stage.Session session, Context context) {
    this.session = session;
    this.context = context;
  }

  /**
   * The session, for the subject packages of the store only (a rule of the build keeps everyone
   * else out).
   */
  public Stage.Session session() {
    return session;
  }

  /** Turns a stage of this transaction into a future on its context. */
  public <T> Future<T> future(CompletionStage<T> stage) {
    return Future.fromCompletionStage(stage, context);
  }

  /**
   * Rows of a native query, one {@code Object[]} each even when a single column is selected.
   * Parameters are positional: {@code ?1}, {@code ?2}, … For the store only.
   */
  public Future<List<Object[]>> rows(String sql, @Nullable Object... parameters) {
    Stage.SelectionQuery<Object> query = session.createNativeQuery(sql, Object.class);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return future(query.getResultList()).map(rows -> rows.stream().map(Tx::row).toList());
  }

  private static Object[] row(Object row) {
    return row.getClass() == Object[].class ? (Object[]) row : new Object[] {row};
  }

  /**
   * Executes a native insert, update or delete; the number of rows it touched. For the store only.
   */
  public Future<Integer> execute(String sql, @Nullable Object... parameters) {
    Stage.MutationQuery query = session.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return future(query.executeUpdate());
  }
}
