package io.permanence.store.customer;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The transaction's customer, its people and its lines. */
public final class Customers {
  private Customers() {}

  /** The transaction's customer; fails when there is none. */
  public static Future<Customer> current(Tx tx) {
    return tx.rows("select customer_id, name, zone, language from customer")
        .map(rows -> new Row(rows.getFirst()))
        .map(
            row ->
                new Customer(
                    new CustomerId(row.uuid(0)), row.text(1), ZoneId.of(row.text(2)), row.text(3)));
  }

  /** One of the customer's people. */
  public static Future<Optional<Person>> person(Tx tx, AccountId account) {
    return tx.rows(
            "select display_name, onboarded_at from person where account_id = ?1", account.value())
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(row -> new Person(row.text(0), row.maybe(1, row::instant))));
  }

  /** Notes that the first sign-in's questions were answered; the first time stays. */
  public static Future<Void> onboarded(Tx tx, AccountId account, Instant now) {
    return tx.execute(
            "update person set onboarded_at = coalesce(onboarded_at, ?2) where account_id = ?1",
            account.value(),
            now)
        .mapEmpty();
  }

  /** The customer's lines, by number. */
  public static Future<List<NamedLine>> lines(Tx tx) {
    return tx.rows("select id, number, name from line order by number limit 50")
        .map(rows -> rows.stream().map(Row::new).map(Customers::line).toList());
  }

  private static NamedLine line(Row row) {
    return new NamedLine(new LineId(row.uuid(0)), new PhoneNumber(row.text(1)), row.text(2));
  }
}
