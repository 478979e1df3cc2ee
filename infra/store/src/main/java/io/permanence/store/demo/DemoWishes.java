package io.permanence.store.demo;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.util.List;

/** What the demo's lines ask of whoever answers, and who can what; in the portal's hands (B3). */
public final class DemoWishes {
  private DemoWishes() {}

  /** What a secretary can. */
  public static Future<Void> secretary(
      Tx tx, AccountId account, List<String> languages, List<String> skills) {
    return tx.execute(
            """
            update secretary set languages = cast(?2 as text[]), skills = cast(?3 as text[])
            where account_id = ?1\
            """,
            account.value(),
            languages.toArray(String[]::new),
            skills.toArray(String[]::new))
        .mapEmpty();
  }

  /** What a line asks for. */
  public static Future<Void> line(
      Tx tx, CustomerId customer, LineId line, List<String> languages, List<String> preferred) {
    return tx.execute(
            """
            update line set languages = cast(?3 as text[]), preferred_skills = cast(?4 as text[])
            where customer_id = ?1 and id = ?2\
            """,
            customer.value(),
            line.value(),
            languages.toArray(String[]::new),
            preferred.toArray(String[]::new))
        .mapEmpty();
  }

  /** The customer praises, or complains of, the newest notes a secretary took. */
  public static Future<Void> feedback(
      Tx tx, CustomerId customer, AccountId secretary, boolean good, int notes) {
    return tx.execute(
            """
            insert into note_state (customer_id, note_id, feedback)
            select customer_id, id, ?3 from note
            where customer_id = ?1 and secretary_id = ?2 and state = 'SENT'
            order by sent_at desc limit ?4
            on conflict (customer_id, note_id) do update set feedback = excluded.feedback\
            """,
            customer.value(),
            secretary.value(),
            good ? "GOOD" : "BAD",
            notes)
        .mapEmpty();
  }
}
