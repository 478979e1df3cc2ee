package io.permanence.store.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.ConsentId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.mirror.MirroredContact;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mirror of a customer's Google contacts. Whoever writes has held the link in the same
 * transaction ({@link GoogleLinks#hold}). A statement covers a page at most, so that none takes
 * long.
 */
public final class Mirror {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMED =
      """
      select g.resource_name, g.etag, g.display_name, g.company, string_agg(n.number, ' ')
      from google_contact g
      left join google_contact_number n
        on n.customer_id = g.customer_id and n.resource_name = g.resource_name
      where g.customer_id = ?1
        and g.resource_name in (select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)))
      group by g.customer_id, g.resource_name""";
  private static final String NAMES =
      "select resource_name from google_contact where customer_id = ?1";
  private static final String PUT =
      """
      insert into google_contact
        (customer_id, resource_name, etag, display_name, company, consent_id, synced_at)
      select ?1, c.name, c.etag, c.shown, c.company, ?3, ?4
      from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as c(name text, etag text, shown text, company text)
      on conflict (customer_id, resource_name) do update set etag = excluded.etag,
        display_name = excluded.display_name, company = excluded.company,
        consent_id = excluded.consent_id, synced_at = excluded.synced_at""";
  private static final String DROP_NUMBERS =
      """
      delete from google_contact_number n using jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
        as c(name text, numbers text[])
      where n.customer_id = ?1 and n.resource_name = c.name and n.number <> all (c.numbers)""";
  private static final String PUT_NUMBERS =
      """
      insert into google_contact_number (customer_id, resource_name, number)
      select ?1, c.name, unnest(c.numbers)
      from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as c(name text, numbers text[])
      on conflict do nothing""";
  private static final String REMOVE =
      """
      delete from google_contact where customer_id = ?1
        and resource_name in (select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)))""";
  private static final String EMPTY =
      """
      delete from google_contact where customer_id = ?1 and resource_name in (
        select resource_name from google_contact
        where customer_id = ?1 and consent_id = ?2 order by resource_name limit ?3)""";

  private Mirror() {}

  /** The mirrored contacts of these resource names, by resource name. */
  public static Future<Map<String, MirroredContact>> named(
      Tx tx, CustomerId customer, Collection<String> resourceNames) {
    return tx.rows(NAMED, customer.value(), text(names(resourceNames)))
        .map(
            rows ->
                rows.stream()
                    .map(cells -> contact(new Row(cells)))
                    .collect(
                        Collectors.toMap(
                            MirroredContact::resourceName,
                            contact -> contact,
                            (one, same) -> one,
                            LinkedHashMap::new)));
  }

  /** Every resource name in the mirror. */
  public static Future<List<String>> names(Tx tx, CustomerId customer) {
    return tx.rows(NAMES, customer.value())
        .map(rows -> rows.stream().map(cells -> new Row(cells).text(0)).toList());
  }

  /** Adds or replaces contacts, a page at most, under a consent. */
  public static Future<Void> put(
      Tx tx, CustomerId customer, ConsentId consent, List<MirroredContact> contacts, Instant now) {
    if (contacts.isEmpty()) {
      return Future.succeededFuture();
    }
    String json = text(rows(contacts));
    return tx.execute(PUT, customer.value(), json, consent.value(), now)
        .compose(put -> tx.execute(DROP_NUMBERS, customer.value(), json))
        .compose(dropped -> tx.execute(PUT_NUMBERS, customer.value(), json))
        .mapEmpty();
  }

  /** Removes contacts, a page at most. */
  public static Future<Void> remove(Tx tx, CustomerId customer, Collection<String> resourceNames) {
    return resourceNames.isEmpty()
        ? Future.succeededFuture()
        : tx.execute(REMOVE, customer.value(), text(names(resourceNames))).mapEmpty();
  }

  /**
   * Removes contacts kept under a consent, so many at most.
   *
   * @return how many were removed; fewer than {@code most} when none is left
   */
  public static Future<Integer> empty(Tx tx, CustomerId customer, ConsentId consent, int most) {
    return tx.execute(EMPTY, customer.value(), consent.value(), most);
  }

  private static MirroredContact contact(Row row) {
    return new MirroredContact(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.maybe(4, row::text).stream()
            .flatMap(numbers -> Arrays.stream(numbers.split(" ", -1)))
            .map(PhoneNumber::new)
            .collect(Collectors.toSet()));
  }

  private static ArrayNode names(Collection<String> resourceNames) {
    ArrayNode names = JSON.createArrayNode();
    resourceNames.forEach(names::add);
    return names;
  }

  private static ArrayNode rows(List<MirroredContact> contacts) {
    ArrayNode rows = JSON.createArrayNode();
    for (MirroredContact contact : contacts) {
      ObjectNode row =
          rows.addObject()
              .put("name", contact.resourceName())
              .put("etag", contact.etag())
              .put("shown", contact.displayName())
              .put("company", contact.company());
      ArrayNode numbers = row.putArray("numbers");
      contact.numbers().stream().map(PhoneNumber::e164).sorted().forEach(numbers::add);
    }
    return rows;
  }

  private static String text(ArrayNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
