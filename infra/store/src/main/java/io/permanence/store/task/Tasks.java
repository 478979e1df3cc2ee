package io.permanence.store.task;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.Id;
import io.permanence.model.id.NoteId;
import io.permanence.model.id.TaskId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes tasks. */
public final class Tasks {
  private Tasks() {}

  /**
   * A task to be made; one of a kind for each call, however often it is asked for.
   *
   * @param team who sees it when nobody owns it
   */
  public record NewTask(
      CustomerId customer,
      Task.Kind kind,
      CallId call,
      Optional<NoteId> note,
      TeamId team,
      Optional<AccountId> owner,
      Instant createdAt) {}

  /** Makes a task; false when the call has one of the kind already. */
  public static Future<Boolean> add(Tx tx, NewTask task) {
    return tx.execute(
            """
            insert into task (customer_id, id, kind, call_id, note_id, team_id, owner_id, created_at)
            values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as uuid), ?6,
              cast(nullif(?7, '') as uuid), ?8)
            on conflict do nothing\
            """,
            task.customer().value(),
            Id.next(),
            task.kind().name(),
            task.call().value(),
            task.note().map(NoteId::toString).orElse(""),
            task.team().value(),
            task.owner().map(AccountId::toString).orElse(""),
            task.createdAt())
        .map(rows -> rows == 1);
  }

  /** Makes a task unless the customer got one of the kind since that moment. */
  public static Future<Boolean> addOnceSince(Tx tx, NewTask task, Instant since) {
    return tx.rows(
            """
            select count(*) from task
            where customer_id = ?1 and kind = ?2 and created_at >= ?3\
            """,
            task.customer().value(),
            task.kind().name(),
            since)
        .compose(
            rows ->
                new Row(rows.getFirst()).number(0) > 0
                    ? Future.succeededFuture(false)
                    : add(tx, task));
  }

  /**
   * A secretary's own open tasks and those of her team, those of colleagues too: due ones first,
   * oldest first, then those put off. Across customers.
   */
  public static Future<List<Task>> listed(Tx tx, AccountId secretary, TeamId team, Instant now) {
    return tx.rows(
            """
            select customer_id, id, kind, created_at, owner_id, call_id, note_id, customer_name,
              caller, caller_name, owner_name, due_at, tries, remark, vip
            from tasks_shown(?1, ?2, ?3)\
            """,
            secretary.value(),
            team.value(),
            now)
        .map(rows -> rows.stream().map(Tasks::task).toList());
  }

  /** What became of a wish to take a task, or to give it back. */
  public enum Ownership {
    CHANGED,
    /** Somebody else has it. */
    TAKEN,
    /** An unsent note stays its secretary's. */
    PERSONAL,
    /** Closed, or never there. */
    UNKNOWN
  }

  /**
   * Takes a task of the transaction's customer.
   *
   * @param over also from a colleague
   */
  public static Future<Ownership> take(Tx tx, TaskId task, AccountId who, boolean over) {
    return tx.execute(
            """
            update task set owner_id = ?2 where id = ?1 and closed_at is null
              and (owner_id is null or owner_id = ?2 or (?3 and kind <> 'UNSAVED_NOTE'))\
            """,
            task.value(),
            who.value(),
            over)
        .compose(taken -> ownership(tx, task, taken));
  }

  /** Gives a task back to the team. One that is not hers is left alone. */
  public static Future<Ownership> release(Tx tx, TaskId task, AccountId who) {
    return tx.execute(
            """
            update task set owner_id = null where id = ?1 and closed_at is null
              and (owner_id is null or owner_id = ?2) and kind <> 'UNSAVED_NOTE'\
            """,
            task.value(),
            who.value())
        .compose(released -> ownership(tx, task, released));
  }

  private static Future<Ownership> ownership(Tx tx, TaskId task, int changed) {
    if (changed == 1) {
      return Future.succeededFuture(Ownership.CHANGED);
    }
    return tx.rows("select kind from task where id = ?1 and closed_at is null", task.value())
        .map(
            rows -> {
              if (rows.isEmpty()) {
                return Ownership.UNKNOWN;
              }
              boolean personal = new Row(rows.getFirst()).text(0).equals("UNSAVED_NOTE");
              return personal ? Ownership.PERSONAL : Ownership.TAKEN;
            });
  }

  /**
   * Somebody tried in vain.
   *
   * @param id made by the browser; the same try is written once
   * @param againAt when it is due again
   */
  public record Try(UUID id, Instant againAt, Optional<String> remark) {}

  /** Notes a try and puts the task off; it is hers from then on, unless somebody else has it. */
  public static Future<Ownership> tried(Tx tx, TaskId task, AccountId who, Try made) {
    return tx.execute(
            """
            update task set owner_id = ?2, due_at = ?4, remark = coalesce(nullif(?5, ''), remark),
              tries = tries + case when last_try = ?3 then 0 else 1 end, last_try = ?3
            where id = ?1 and closed_at is null and (owner_id is null or owner_id = ?2)\
            """,
            task.value(),
            who.value(),
            made.id(),
            made.againAt(),
            made.remark().orElse(""))
        .compose(tried -> ownership(tx, task, tried));
  }

  /** What became of a closure. */
  public enum Closure {
    CLOSED,
    /** With the same outcome, by an earlier request. */
    CLOSED_ALREADY,
    CLOSED_OTHERWISE,
    /** Somebody else has it. */
    TAKEN,
    UNKNOWN
  }

  /** Closes a task of the transaction's customer. */
  public static Future<Closure> close(
      Tx tx, TaskId task, AccountId by, String outcome, Instant now) {
    return tx.execute(
            """
            update task set closed_at = ?2, closed_by = ?3, outcome = ?4
            where id = ?1 and closed_at is null and (owner_id is null or owner_id = ?3)\
            """,
            task.value(),
            now,
            by.value(),
            outcome)
        .compose(
            closed ->
                closed == 1
                    ? Future.succeededFuture(Closure.CLOSED)
                    : closedBefore(tx, task, outcome));
  }

  private static Future<Closure> closedBefore(Tx tx, TaskId task, String outcome) {
    return tx.rows(
            "select coalesce(outcome, ''), closed_at is null from task where id = ?1", task.value())
        .map(
            rows -> {
              if (rows.isEmpty()) {
                return Closure.UNKNOWN;
              }
              if (new Row(rows.getFirst()).flag(1)) {
                return Closure.TAKEN;
              }
              boolean same =
                  new Row(rows.getFirst())
                      .text(0)
                      .lines()
                      .findFirst()
                      .equals(outcome.lines().findFirst());
              return same ? Closure.CLOSED_ALREADY : Closure.CLOSED_OTHERWISE;
            });
  }

  /**
   * Makes the wish to be called back that is in a note a task of the call's team (B9); the call has
   * one already when the caller asked for it by key.
   */
  public static Future<Void> callbackNoted(Tx tx, NoteId note, Instant now) {
    return tx.execute(
            """
            insert into task (customer_id, id, kind, call_id, note_id, team_id, created_at)
            select n.customer_id, ?2, 'CALLBACK', n.call_id, n.id, coalesce(l.home_team, s.team_id),
              ?3
            from note n
            left join call c on c.customer_id = n.customer_id and c.id = n.call_id
            left join line l on l.customer_id = c.customer_id and l.id = c.line_id
            left join secretary s on s.account_id = n.secretary_id
            where n.id = ?1 and n.callback_wanted and coalesce(l.home_team, s.team_id) is not null
            on conflict do nothing\
            """,
            note.value(),
            Id.next(),
            now)
        .mapEmpty();
  }

  /**
   * Makes an unsent note its secretary's task (B6), unless nothing was written in it or it has one;
   * a closed one is open again when the note was written on since. Waits for a note that is being
   * sent.
   *
   * @return whether there is a task that was not there before
   */
  public static Future<Boolean> keepDraft(Tx tx, NoteId note) {
    return tx.execute(
            """
            insert into task (customer_id, id, kind, call_id, note_id, team_id, owner_id, created_at)
            select n.customer_id, ?2, 'UNSAVED_NOTE', n.call_id, n.id,
              coalesce(l.home_team, s.team_id), n.secretary_id, n.saved_at
            from note n
            left join call c on c.customer_id = n.customer_id and c.id = n.call_id
            left join line l on l.customer_id = c.customer_id and l.id = c.line_id
            left join secretary s on s.account_id = n.secretary_id
            where n.id = ?1 and n.state = 'DRAFT'
              and coalesce(l.home_team, s.team_id) is not null
              and (n.caller_name ~ '\\S' or n.request ~ '\\S' or exists (
                select from jsonb_each_text(n.answers) a where a.value ~ '\\S'))
            for share of n
            on conflict (customer_id, note_id) where kind = 'UNSAVED_NOTE' do update
              set closed_at = null, closed_by = null, outcome = null
              where task.closed_at < excluded.created_at\
            """,
            note.value(),
            Id.next())
        .map(rows -> rows == 1);
  }

  /** Closes a secretary's task about an unsent note: it is sent now. */
  public static Future<Void> noteSent(Tx tx, NoteId note, AccountId by, Instant now) {
    return tx.execute(
            """
            update task set closed_at = ?2, closed_by = ?3, outcome = 'done'
            where note_id = ?1 and kind = 'UNSAVED_NOTE' and closed_at is null\
            """,
            note.value(),
            now,
            by.value())
        .mapEmpty();
  }

  private static Task task(Object[] cells) {
    Row row = new Row(cells);
    return new Task(
        new CustomerId(row.uuid(0)),
        new TaskId(row.uuid(1)),
        Task.Kind.valueOf(row.text(2)),
        row.instant(3),
        row.maybe(4, row::uuid).map(AccountId::new),
        row.maybe(5, row::uuid).map(CallId::new),
        row.maybe(6, row::uuid).map(NoteId::new),
        row.text(7),
        row.maybe(8, row::text).map(PhoneNumber::new),
        row.maybe(9, row::text),
        row.flag(14),
        row.maybe(10, row::text),
        row.maybe(11, row::instant),
        row.whole(12),
        row.maybe(13, row::text));
  }
}
