package io.permanence.store.intake;

import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.permanence.model.intake.IntakeScript;
import io.permanence.model.intake.Question;
import io.permanence.model.intake.Question.Kind;
import io.permanence.model.intake.Question.OnlyWhen;
import io.permanence.store.Row;
import io.permanence.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The script of the transaction's customer. */
public final class IntakeScripts {
  private IntakeScripts() {}

  /**
   * A script as it is kept.
   *
   * @param version 0 while there never was one
   */
  public record Kept(int version, IntakeScript script) {}

  /** The script; an empty one when there is none. */
  public static Future<Kept> of(Tx tx) {
    return tx.rows("select version, cast(questions as text) from intake_script")
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Row::new)
                    .map(row -> new Kept(row.whole(0), script(row.text(1))))
                    .orElseGet(() -> new Kept(0, IntakeScript.NONE)));
  }

  /** Replaces the script of that version, 0 for the first; false when it changed in between. */
  public static Future<Boolean> replace(
      Tx tx, CustomerId customer, int version, IntakeScript script, Instant now) {
    String sql =
        version == 0
            ? """
              insert into intake_script (customer_id, version, questions, updated_at)
              values (?1, ?2 + 1, cast(cast(?3 as text) as jsonb), ?4) on conflict do nothing\
              """
            : """
              update intake_script set version = version + 1,
                questions = cast(cast(?3 as text) as jsonb), updated_at = ?4
              where customer_id = ?1 and version = ?2\
              """;
    return tx.execute(sql, customer.value(), version, json(script), now).map(rows -> rows == 1);
  }

  /** Keeps with a note which questions were asked; in the router's hands. */
  public static Future<Void> asked(Tx tx, NoteId note, List<Question> asked) {
    JsonArray questions = new JsonArray();
    asked.forEach(
        each ->
            questions.add(
                new JsonObject().put("id", each.id().toString()).put("label", each.label())));
    return tx.execute(
            "update note set asked = cast(cast(?2 as text) as jsonb) where id = ?1",
            note.value(),
            questions.encode())
        .mapEmpty();
  }

  private static String json(IntakeScript script) {
    JsonArray all = new JsonArray();
    for (Question each : script.questions()) {
      JsonObject question =
          new JsonObject()
              .put("id", each.id().toString())
              .put("label", each.label())
              .put("kind", each.kind().wireName())
              .put("required", each.required())
              .put("choices", new JsonArray(each.choices()));
      each.onlyWhen()
          .ifPresent(
              when ->
                  question.put(
                      "onlyWhen",
                      new JsonObject()
                          .put("id", when.questionId().toString())
                          .put("answer", when.answer())));
      all.add(question);
    }
    return all.encode();
  }

  private static IntakeScript script(String json) {
    List<Question> questions = new ArrayList<>();
    for (Object each : new JsonArray(json)) {
      questions.add(question((JsonObject) each));
    }
    return new IntakeScript(questions);
  }

  private static Question question(JsonObject json) {
    return new Question(
        UUID.fromString(json.getString("id")),
        json.getString("label"),
        Kind.of(json.getString("kind")),
        json.getBoolean("required"),
        json.getJsonArray("choices").stream().map(String.class::cast).toList(),
        Optional.ofNullable(json.getJsonObject("onlyWhen"))
            .map(
                when ->
                    new OnlyWhen(UUID.fromString(when.getString("id")), when.getString("answer"))));
  }
}
