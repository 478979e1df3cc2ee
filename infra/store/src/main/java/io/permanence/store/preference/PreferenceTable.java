package io.permanence.store.preference;

import io.permanence.model.Urgency;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.preference.Preferences.Channel;
import io.permanence.store.preference.Preferences.QuietHours;
import io.permanence.store.preference.Preferences.Rule;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The preferences of the transaction's customer's people. */
public final class PreferenceTable {
  private PreferenceTable() {}

  /** A person's preferences: push alone while nothing was chosen. */
  public static Future<Preferences> of(Tx tx, AccountId account) {
    return tx.rows(
            """
            select channel, urgency, enabled, address, quiet_from, quiet_to, version, incoming_calls
            from notification_preference where account_id = ?1\
            """,
            account.value())
        .map(rows -> preferences(rows.stream().map(Row::new).toList()));
  }

  /**
   * Replaces a person's preferences.
   *
   * @param chosen its version is the one it was made from
   * @return false when that version is not the present one
   */
  public static Future<Boolean> replace(
      Tx tx, CustomerId customer, AccountId account, Preferences chosen) {
    return tx.rows(
            "select pg_advisory_xact_lock(hashtextextended(?1, 1)) is null", account.toString())
        .compose(locked -> of(tx, account))
        .compose(
            present -> {
              if (present.version() != chosen.version()) {
                return Future.succeededFuture(false);
              }
              Future<Void> written =
                  tx.execute(
                          "delete from notification_preference where account_id = ?1",
                          account.value())
                      .mapEmpty();
              for (Rule rule : chosen.rules()) {
                written = written.compose(before -> add(tx, customer, account, chosen, rule));
              }
              return written.map(true);
            });
  }

  private static Future<Void> add(
      Tx tx, CustomerId customer, AccountId account, Preferences chosen, Rule rule) {
    Optional<QuietHours> quiet =
        chosen
            .quietHours()
            .filter(hours -> rule.urgency() == Urgency.NORMAL || !hours.urgentAnyway());
    return tx.execute(
            """
            insert into notification_preference (customer_id, account_id, channel, urgency, enabled,
              address, quiet_from, quiet_to, version, incoming_calls)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)\
            """,
            customer.value(),
            account.value(),
            rule.channel().name(),
            rule.urgency().name(),
            rule.enabled(),
            switch (rule.channel()) {
              case PUSH -> null;
              case EMAIL -> chosen.emailAddress().orElse(null);
              case SMS -> chosen.smsNumber().orElse(null);
            },
            quiet.map(QuietHours::from).orElse(null),
            quiet.map(QuietHours::to).orElse(null),
            chosen.version() + 1,
            chosen.incomingCalls()
                && rule.channel() == Channel.PUSH
                && rule.urgency() == Urgency.NORMAL)
        .mapEmpty();
  }

  private static Preferences preferences(List<Row> rows) {
    List<Rule> rules = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      for (Urgency urgency : Urgency.values()) {
        Optional<Row> row = row(rows, channel, urgency);
        rules.add(
            new Rule(channel, urgency, row.map(r -> r.flag(2)).orElse(channel == Channel.PUSH)));
      }
    }
    Optional<Row> normal =
        rows.stream()
            .filter(r -> r.text(1).equals(Urgency.NORMAL.name()) && r.maybe(4, r::time).isPresent())
            .findFirst();
    boolean urgentAnyway =
        rows.stream()
            .noneMatch(
                r -> r.text(1).equals(Urgency.URGENT.name()) && r.maybe(4, r::time).isPresent());
    return new Preferences(
        rows.stream().map(r -> r.whole(6)).max(Comparator.naturalOrder()).orElse(1),
        address(rows, Channel.EMAIL),
        address(rows, Channel.SMS),
        rules,
        rows.stream().anyMatch(r -> r.flag(7)),
        normal.map(r -> new QuietHours(r.time(4), r.time(5), urgentAnyway)));
  }

  private static Optional<Row> row(List<Row> rows, Channel channel, Urgency urgency) {
    return rows.stream()
        .filter(r -> r.text(0).equals(channel.name()) && r.text(1).equals(urgency.name()))
        .findFirst();
  }

  private static Optional<String> address(List<Row> rows, Channel channel) {
    return rows.stream()
        .filter(r -> r.text(0).equals(channel.name()))
        .flatMap(r -> r.maybe(3, r::text).stream())
        .findFirst();
  }
}
