package io.permanence.store.desk;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What secretaries did, for the figures (B11), and whose a call is. Across customers. */
public final class DeskFigures {
  private DeskFigures() {}

  /** What a secretary did: notes sent, offers missed. */
  public record Work(AccountId secretary, int notes, int missed) {}

  /** Whose call it is and who answered it. */
  public record CallHome(
      CustomerId customer, Optional<AccountId> answeredBy, Optional<Instant> endedAt) {}

  /** What each secretary did since an instant. */
  public static Future<List<Work>> work(Tx tx, Instant since) {
    return tx.rows("select secretary, notes, missed from desk_work(?1)", since)
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(row -> new Work(new AccountId(row.uuid(0)), row.whole(1), row.whole(2)))
                    .toList());
  }

  /** Whose call it is. */
  public static Future<Optional<CallHome>> home(Tx tx, CallId call) {
    return tx.rows("select customer_id, answered_by, ended_at from call_home(?1)", call.value())
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(
                        row ->
                            new CallHome(
                                new CustomerId(row.uuid(0)),
                                row.maybe(1, row::uuid).map(AccountId::new),
                                row.maybe(2, row::instant))));
  }
}
