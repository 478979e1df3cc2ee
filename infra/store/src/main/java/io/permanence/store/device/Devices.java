package io.permanence.store.device;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices of the transaction's customer's people. */
public final class Devices {
  private static final String SELECT =
      """
      select id, account_id, label, consent_id, session_id, registered_at, seen_at from device\
      """;

  private Devices() {}

  /** A person's devices, oldest first. */
  public static Future<List<Device>> of(Tx tx, AccountId account) {
    return tx.rows(
            SELECT + " where account_id = ?1 order by registered_at, id limit 20", account.value())
        .map(rows -> rows.stream().map(Row::new).map(Devices::device).toList());
  }

  /** A device of anybody of the customer. */
  public static Future<Optional<Device>> find(Tx tx, UUID id) {
    return tx.rows(SELECT + " where id = ?1", id)
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Devices::device));
  }

  /**
   * Registers a device, or refreshes the token of one. A token registered before moves to this
   * device.
   */
  public static Future<Void> register(Tx tx, CustomerId customer, Device device, String token) {
    return tx.execute("delete from device where token = ?1 and id <> ?2", token, device.id())
        .compose(
            moved ->
                tx.execute(
                    """
                    insert into device (customer_id, id, account_id, token, label, consent_id,
                      session_id, registered_at, seen_at)
                    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                    on conflict (customer_id, id) do update set token = excluded.token,
                      label = excluded.label, consent_id = excluded.consent_id,
                      session_id = excluded.session_id, seen_at = excluded.seen_at\
                    """,
                    customer.value(),
                    device.id(),
                    device.account().value(),
                    token,
                    device.label(),
                    device.consent().value(),
                    device.session().orElse(null),
                    device.registeredAt(),
                    device.seenAt()))
        .mapEmpty();
  }

  /** Removes a person's device; false when there is none of this id. */
  public static Future<Boolean> remove(Tx tx, AccountId account, UUID id) {
    return tx.execute("delete from device where account_id = ?1 and id = ?2", account.value(), id)
        .map(rows -> rows == 1);
  }

  /** Removes every device of a person. */
  public static Future<Void> removeAll(Tx tx, AccountId account) {
    return tx.execute("delete from device where account_id = ?1", account.value()).mapEmpty();
  }

  /** Removes what a session registered. */
  public static Future<Void> removeOfSession(Tx tx, UUID session) {
    return tx.execute("delete from device where session_id = ?1", session).mapEmpty();
  }

  private static Device device(Row row) {
    return new Device(
        row.uuid(0),
        new AccountId(row.uuid(1)),
        row.text(2),
        new ConsentId(row.uuid(3)),
        row.maybe(4, row::uuid),
        row.instant(5),
        row.instant(6));
  }
}
