package io.permanence.push.relay;

import io.permanence.model.id.CustomerId;
import io.permanence.store.Refusals;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Work on pieces of several customers, one transaction for all of a customer's pieces. One that
 * spoils it for the others is left alone with its fault: then each is worked on by itself. While
 * PostgreSQL is away nothing is tried twice.
 */
final class Together {
  private Together() {}

  /**
   * Works on the pieces.
   *
   * @param work on pieces of one customer, in one transaction
   * @return the work in which each piece was, in their order
   */
  static <T, R> List<Future<R>> byCustomer(
      List<T> pieces,
      Function<T, CustomerId> customer,
      BiFunction<CustomerId, List<T>, Future<R>> work) {
    Map<CustomerId, List<T>> groups = new LinkedHashMap<>();
    pieces.forEach(
        piece ->
            groups.computeIfAbsent(customer.apply(piece), ignored -> new ArrayList<>()).add(piece));
    Map<T, Future<R>> done = new HashMap<>();
    groups.forEach(
        (whose, theirs) -> {
          Future<R> all = work.apply(whose, theirs);
          for (T piece : theirs) {
            done.put(
                piece,
                all.recover(
                    failure ->
                        theirs.size() > 1 && isSpoilt(failure)
                            ? work.apply(whose, List.of(piece))
                            : Future.failedFuture(failure)));
          }
        });
    return pieces.stream().map(piece -> Objects.requireNonNull(done.get(piece))).toList();
  }

  /** Whether a piece is to blame: PostgreSQL refuses it, or what is stored of it cannot be read. */
  private static boolean isSpoilt(Throwable failure) {
    return Refusals.isRefusal(failure)
        || failure instanceof IllegalArgumentException
        || failure instanceof NullPointerException
        || failure instanceof DateTimeException;
  }
}
