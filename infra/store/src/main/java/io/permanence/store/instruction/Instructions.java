package io.permanence.store.instruction;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Window;
import io.permanence.model.line.WithheldCallers;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.permanence.store.line.WeeklyHours;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instructions of the transaction's customer. */
public final class Instructions {
  private static final String STANDING = "STANDING";

  private static final String SELECT =
      """
      select i.id, i.line_id, i.version, i.window_kind, i.starts_at, i.ends_at,
        cast(i.weekly as text), i.put_through, i.mode, i.greeting, i.message, i.notes, i.quick,
        i.created_at, i.updated_at,
        (select jsonb_agg(jsonb_build_object('ring', s.ring_seconds,
            'noAnswer', s.on_no_answer, 'busy', s.on_busy,
            'refused', coalesce(s.on_refused, s.on_busy),
            'unreachable', coalesce(s.on_unreachable, s.on_no_answer),
            'targets', (select jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number)
                order by r.nth)
              from (select 0 as nth, s.forwarding_number_id as number_id
                    union all
                    select a.nth, a.forwarding_number_id from ladder_also a
                    where a.customer_id = s.customer_id
                      and a.instruction_id = s.instruction_id and a.position = s.position) r
              join forwarding_number f
                on f.customer_id = s.customer_id and f.id = r.number_id))
            order by s.position)
          from ladder_step s
          where s.customer_id = i.customer_id and s.instruction_id = i.id),
        i.withheld_callers
      from instruction i where i.deleted_at is null\
      """;

  private Instructions() {}

  /** All that may govern the customer's calls. */
  public static Future<LineRules> rules(Tx tx) {
    return tx.rows(SELECT + " order by i.created_at, i.id")
        .map(
            rows -> {
              Map<LineId, Handling> standing = new HashMap<>();
              List<LineInstruction> instructions = new ArrayList<>();
              for (Row row : rows.stream().map(Row::new).toList()) {
                if (row.text(3).equals(STANDING)) {
                  standing.put(new LineId(row.uuid(1)), handling(row));
                } else {
                  instructions.add(instruction(row));
                }
              }
              return new LineRules(standing, instructions);
            });
  }

  /** One instruction that was not deleted; a line's standing default is none. */
  public static Future<Optional<LineInstruction>> find(Tx tx, InstructionId id) {
    return tx.rows(SELECT + " and i.window_kind <> 'STANDING' and i.id = ?1", id.value())
        .map(rows -> rows.stream().findFirst().map(Row::new).map(Instructions::instruction));
  }

  /**
   * Adds an instruction.
   *
   * @return false when the id was used before, by a deleted one perhaps
   */
  public static Future<Boolean> add(Tx tx, CustomerId customer, LineInstruction added) {
    Instruction it = added.instruction();
    Handling handling = it.handling();
    Columns window = Columns.of(it.window());
    return tx.execute(
            """
            insert into instruction (customer_id, id, line_id, version, window_kind, starts_at,
              ends_at, weekly, put_through, mode, greeting, message, notes, created_at, updated_at,
              quick, withheld_callers)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(cast(?8 as text) as jsonb), ?9, ?10, ?11, ?12,
              ?13, ?14, ?15, ?16, ?17) on conflict (customer_id, id) do nothing\
            """,
            customer.value(),
            it.id().value(),
            added.line().value(),
            it.version(),
            window.kind(),
            window.from(),
            window.to(),
            window.weekly(),
            handling.putThrough().name(),
            handling.mode().name(),
            handling.greeting(),
            handling.message().orElse(null),
            handling.notes().orElse(null),
            it.createdAt(),
            added.updatedAt(),
            added.quick(),
            handling.withheld().map(Enum::name).orElse(null))
        .compose(
            rows ->
                rows == 0
                    ? Future.succeededFuture(false)
                    : LadderSteps.write(tx, customer, it.id(), handling.ladder()).map(true));
  }

  /**
   * Replaces an instruction's content; its version grows by one.
   *
   * @param edition content and the version it was made from
   * @return false when that version is not the present one
   */
  public static Future<Boolean> replace(Tx tx, CustomerId customer, LineInstruction edition) {
    Instruction it = edition.instruction();
    Handling handling = it.handling();
    Columns window = Columns.of(it.window());
    return tx.execute(
            """
            update instruction set version = version + 1, line_id = ?3, window_kind = ?4,
              starts_at = ?5, ends_at = ?6, weekly = cast(cast(?7 as text) as jsonb),
              put_through = ?8, mode = ?9, greeting = ?10, message = ?11, notes = ?12,
              updated_at = ?13, quick = false, withheld_callers = ?14
            where id = ?1 and version = ?2 and deleted_at is null\
            """,
            it.id().value(),
            it.version(),
            edition.line().value(),
            window.kind(),
            window.from(),
            window.to(),
            window.weekly(),
            handling.putThrough().name(),
            handling.mode().name(),
            handling.greeting(),
            handling.message().orElse(null),
            handling.notes().orElse(null),
            edition.updatedAt(),
            handling.withheld().map(Enum::name).orElse(null))
        .compose(
            rows ->
                rows == 0
                    ? Future.succeededFuture(false)
                    : tx.execute(
                            "delete from ladder_step where instruction_id = ?1", it.id().value())
                        .compose(
                            gone -> LadderSteps.write(tx, customer, it.id(), handling.ladder()))
                        .map(true));
  }

  /**
   * Deletes an instruction; calls decided under it keep their reason.
   *
   * @return false when the version is not the present one
   */
  public static Future<Boolean> delete(Tx tx, InstructionId id, int version, Instant now) {
    return tx.execute(
            """
            update instruction set deleted_at = ?3, updated_at = ?3
            where id = ?1 and version = ?2 and deleted_at is null and window_kind <> 'STANDING'\
            """,
            id.value(),
            version,
            now)
        .compose(
            rows ->
                rows == 0
                    ? Future.succeededFuture(false)
                    : tx.execute("delete from ladder_step where instruction_id = ?1", id.value())
                        .map(true));
  }

  private static LineInstruction instruction(Row row) {
    return new LineInstruction(
        new LineId(row.uuid(1)),
        new Instruction(
            new InstructionId(row.uuid(0)),
            row.whole(2),
            window(row),
            handling(row),
            row.instant(13)),
        row.flag(12),
        row.instant(14));
  }

  private static Window window(Row row) {
    return switch (row.text(3)) {
      case "ONE_OFF" -> new Window.OneOff(row.instant(4), row.instant(5));
      case "WEEKLY" -> WeeklyHours.fromJson(row.text(6));
      default -> new Window.OpenEnded(row.maybe(4, row::instant));
    };
  }

  private static Handling handling(Row row) {
    return new Handling(
        PutThrough.valueOf(row.text(7)),
        PutThroughMode.valueOf(row.text(8)),
        row.text(9),
        row.maybe(10, row::text),
        row.maybe(15, row::text).map(Instructions::steps).orElse(List.of()),
        row.maybe(11, row::text),
        row.maybe(16, row::text).map(WithheldCallers::valueOf));
  }

  private static List<LadderStep> steps(String json) {
    return new JsonArray(json)
        .stream()
            .map(JsonObject.class::cast)
            .map(
                step ->
                    new LadderStep(
                        targets(step.getJsonArray("targets")),
                        step.getInteger("ring"),
                        new After(
                            LadderStep.Then.valueOf(step.getString("noAnswer")),
                            LadderStep.Then.valueOf(step.getString("busy")),
                            LadderStep.Then.valueOf(step.getString("refused")),
                            LadderStep.Then.valueOf(step.getString("unreachable")))))
            .toList();
  }

  private static List<LadderStep.Target> targets(JsonArray targets) {
    return targets.stream()
        .map(JsonObject.class::cast)
        .map(
            target ->
                new LadderStep.Target(
                    ForwardingNumberId.of(target.getString("id")),
                    new PhoneNumber(target.getString("number"))))
        .toList();
  }

  /** A window as the table keeps it. */
  private record Columns(
      String kind, @Nullable Instant from, @Nullable Instant to, @Nullable String weekly) {
    static Columns of(Window window) {
      return switch (window) {
        case Window.OneOff oneOff -> new Columns("ONE_OFF", oneOff.from(), oneOff.to(), null);
        case Window.Weekly weekly -> new Columns("WEEKLY", null, null, WeeklyHours.toJson(weekly));
        case Window.OpenEnded open -> new Columns("OPEN", open.from().orElse(null), null, null);
      };
    }
  }
}
