package io.permanence.store.contact;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ContactId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.MarkedCaller;
import io.permanence.model.line.PutThroughMode;
import io.permanence.store.Row;
import io.permanence.store.SearchText;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address book of the transaction's customer. */
public final class Contacts {
  private static final String ALL =
      """
      (select 'OWN' as source, cast(c.id as text) as key, c.version, c.display_name, c.company,
        c.email, c.note, c.mark, c.vip_mode, c.updated_at as changed_at,
        (select jsonb_agg(jsonb_build_object('number', n.number, 'label', n.label)
            order by n.label, n.number)
          from contact_number n
          where n.customer_id = c.customer_id and n.contact_id = c.id) as numbers
      from contact c
      union all
      select 'GOOGLE', g.resource_name, 1, g.display_name, g.company, null, '',
        coalesce(m.mark, 'NONE'), m.vip_mode, g.synced_at,
        (select jsonb_agg(jsonb_build_object('number', n.number, 'label', '') order by n.number)
          from google_contact_number n
          where n.customer_id = g.customer_id and n.resource_name = g.resource_name)
      from google_contact g
      left join mirror_mark m
        on m.customer_id = g.customer_id and m.resource_name = g.resource_name) k\
      """;
  private static final String SELECT =
      "select source, key, version, display_name, company, email, note, mark, changed_at, numbers,"
          + " lower(display_name), vip_mode from "
          + ALL;

  private Contacts() {}

  /** A page of contacts by name, with the position each one has. */
  public static Future<List<Placed>> page(Tx tx, ContactFilter filter, int most) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder sql = new StringBuilder(SELECT).append(" where true");
    filter
        .text()
        .ifPresent(
            text -> {
              parameters.add(SearchText.containing(text));
              parameters.add(SearchText.number(text));
              sql.append(
                  """
                   and (plain(display_name || ' ' || company) like plain(?%d)
                    or cast(numbers as text) like ?%d)\
                  """
                      .formatted(parameters.size() - 1, parameters.size()));
            });
    filter
        .mark()
        .ifPresent(
            mark -> {
              parameters.add(mark.name());
              sql.append(" and mark = ?").append(parameters.size());
            });
    filter
        .google()
        .ifPresent(
            google -> {
              parameters.add(google ? "GOOGLE" : "OWN");
              sql.append(" and source = ?").append(parameters.size());
            });
    filter
        .after()
        .ifPresent(
            after -> {
              parameters.add(after.sortName());
              parameters.add(after.key());
              sql.append(
                  " and (lower(display_name), key) > (?%d, ?%d)"
                      .formatted(parameters.size() - 1, parameters.size()));
            });
    sql.append(" order by lower(display_name), key limit ").append(most);
    return tx.rows(sql.toString(), parameters.toArray())
        .map(
            rows ->
                rows.stream()
                    .map(Row::new)
                    .map(
                        row ->
                            new Placed(
                                contact(row),
                                new ContactFilter.Position(row.text(10), row.text(1))))
                    .toList());
  }

  /** A contact and where it stands in the order of names. */
  public record Placed(Contact contact, ContactFilter.Position position) {}

  /** One contact. */
  public static Future<Optional<Contact>> find(Tx tx, ContactKey key) {
    String source = key instanceof ContactKey.Google ? "GOOGLE" : "OWN";
    return tx.rows(SELECT + " where source = ?1 and key = ?2", source, rawKey(key))
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Contacts::contact));
  }

  /** Adds an own contact; false when the id was used before. */
  public static Future<Boolean> add(
      Tx tx, CustomerId customer, ContactId id, Contact contact, Instant now) {
    return tx.execute(
            """
            insert into contact (customer_id, id, display_name, company, email, note, mark,
              created_at, updated_at, vip_mode)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9) on conflict (customer_id, id) do nothing\
            """,
            customer.value(),
            id.value(),
            contact.name(),
            contact.company(),
            contact.email().orElse(null),
            contact.remarks(),
            contact.mark().name(),
            now,
            contact.vipMode().map(Enum::name).orElse(null))
        .compose(
            rows ->
                rows == 0
                    ? Future.succeededFuture(false)
                    : numbers(tx, customer, id, contact.numbers()).map(true));
  }

  /**
   * Replaces an own contact's content; its version grows by one.
   *
   * @return false when the contact's version is not the present one
   */
  public static Future<Boolean> replace(
      Tx tx, CustomerId customer, ContactId id, Contact contact, Instant now) {
    return tx.execute(
            """
            update contact set version = version + 1, display_name = ?3, company = ?4, email = ?5,
              note = ?6, mark = ?7, updated_at = ?8, vip_mode = ?9
            where id = ?1 and version = ?2\
            """,
            id.value(),
            contact.version(),
            contact.name(),
            contact.company(),
            contact.email().orElse(null),
            contact.remarks(),
            contact.mark().name(),
            now,
            contact.vipMode().map(Enum::name).orElse(null))
        .compose(
            rows ->
                rows == 0
                    ? Future.succeededFuture(false)
                    : tx.execute("delete from contact_number where contact_id = ?1", id.value())
                        .compose(gone -> numbers(tx, customer, id, contact.numbers()))
                        .map(true));
  }

  /** Deletes an own contact; false when the version is not the present one. */
  public static Future<Boolean> delete(Tx tx, ContactId id, int version) {
    return tx.execute("delete from contact where id = ?1 and version = ?2", id.value(), version)
        .map(rows -> rows == 1);
  }

  /**
   * Marks a contact of either kind.
   *
   * @param seen the contact as it was when the wish was made
   * @return false when it was changed since, or does not exist
   */
  public static Future<Boolean> mark(
      Tx tx, CustomerId customer, Contact seen, MarkedCaller marked, Instant now) {
    return switch (seen.key()) {
      case ContactKey.Own own ->
          tx.execute(
                  """
                  update contact set mark = ?2, version = version + 1, updated_at = ?3,
                    vip_mode = ?4
                  where id = ?1 and version = ?5\
                  """,
                  own.id().value(),
                  marked.mark().name(),
                  now,
                  mode(marked),
                  seen.version())
              .map(rows -> rows == 1);
      case ContactKey.Google google when seen.marked().equals(marked) ->
          Future.succeededFuture(true);
      case ContactKey.Google google -> markMirrored(tx, customer, google, seen.marked(), marked);
    };
  }

  private static Future<Boolean> markMirrored(
      Tx tx, CustomerId customer, ContactKey.Google google, MarkedCaller seen, MarkedCaller mark) {
    if (seen.mark() == CallerMark.NONE) {
      return tx.execute(
              """
              insert into mirror_mark (customer_id, resource_name, mark, vip_mode)
              values (?1, ?2, ?3, ?4) on conflict (customer_id, resource_name) do nothing\
              """,
              customer.value(),
              google.resourceName(),
              mark.mark().name(),
              mode(mark))
          .map(rows -> rows == 1);
    }
    if (mark.mark() == CallerMark.NONE) {
      return tx.execute(
              """
              delete from mirror_mark
              where resource_name = ?1 and mark = ?2 and vip_mode is not distinct from ?3\
              """,
              google.resourceName(),
              seen.mark().name(),
              mode(seen))
          .map(rows -> rows == 1);
    }
    return tx.execute(
            """
            update mirror_mark set mark = ?4, vip_mode = ?5
            where resource_name = ?1 and mark = ?2 and vip_mode is not distinct from ?3\
            """,
            google.resourceName(),
            seen.mark().name(),
            mode(seen),
            mark.mark().name(),
            mode(mark))
        .map(rows -> rows == 1);
  }

  private static @Nullable String mode(MarkedCaller marked) {
    return marked.mode().map(Enum::name).orElse(null);
  }

  private static Future<Void> numbers(
      Tx tx, CustomerId customer, ContactId id, List<Contact.Line> numbers) {
    Future<Void> written = Future.succeededFuture();
    for (Contact.Line number : numbers) {
      written =
          written.compose(
              before ->
                  tx.execute(
                          """
                          insert into contact_number (customer_id, contact_id, number, label)
                          values (?1, ?2, ?3, ?4) on conflict do nothing\
                          """,
                          customer.value(),
                          id.value(),
                          number.number().e164(),
                          number.label())
                      .mapEmpty());
    }
    return written;
  }

  /** What can be edited of a mirrored contact is its mark, so that is its version. */
  private static Contact contact(Row row) {
    boolean own = row.text(0).equals("OWN");
    MarkedCaller marked =
        new MarkedCaller(
            CallerMark.valueOf(row.text(7).toUpperCase(Locale.ROOT)),
            row.maybe(11, row::text).map(PutThroughMode::valueOf));
    return new Contact(
        own ? new ContactKey.Own(ContactId.of(row.text(1))) : new ContactKey.Google(row.text(1)),
        own ? row.whole(2) : marked.version(),
        row.text(3),
        row.text(4),
        row.maybe(9, row::text).map(Contacts::numbers).orElse(List.of()),
        row.maybe(5, row::text),
        row.text(6),
        marked.mark(),
        marked.mode(),
        row.instant(8));
  }

  private static List<Contact.Line> numbers(String json) {
    return new JsonArray(json)
        .stream()
            .map(JsonObject.class::cast)
            .map(
                number ->
                    new Contact.Line(
                        new PhoneNumber(number.getString("number")), number.getString("label")))
            .toList();
  }

  private static String rawKey(ContactKey key) {
    return switch (key) {
      case ContactKey.Own own -> own.id().toString();
      case ContactKey.Google google -> google.resourceName();
    };
  }
}
