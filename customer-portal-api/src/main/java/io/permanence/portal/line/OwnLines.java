package io.permanence.portal.line;

import io.permanence.model.id.LineId;
import io.permanence.portal.http.Fields;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Tx;
import io.permanence.store.customer.Customers;
import io.permanence.store.customer.NamedLine;
import io.vertx.core.Future;
import java.util.Optional;

/** The customer's own lines, of which a request names one: no other is told from none (S1). */
public final class OwnLines {
  private OwnLines() {}

  /**
   * One of the customer's lines.
   *
   * @return fails with 404 for another customer's line and for one that never was
   */
  public static Future<NamedLine> find(Tx tx, LineId id) {
    return Customers.lines(tx)
        .map(
            lines ->
                lines.stream()
                    .filter(line -> line.id().equals(id))
                    .findAny()
                    .orElseThrow(() -> Problem.notFound().exception()));
  }

  /**
   * The line that a list is asked for, from the query's {@code lineId}; absent for all lines.
   *
   * @throws io.permanence.runtime.http.ProblemException 400 for what is no id
   */
  public static Optional<LineId> asked(Request request) {
    return request.query("lineId").map(text -> new LineId(Fields.uuid("lineId", text)));
  }

  /**
   * Completes when the line that a list is asked for, if any, is the customer's; see {@link #find}.
   */
  public static Future<Void> mustBeOwn(Tx tx, Optional<LineId> asked) {
    return asked.map(id -> find(tx, id).<Void>mapEmpty()).orElseGet(Future::succeededFuture);
  }
}
