package io.permanence.portal.intake;

import io.permanence.model.intake.IntakeScript;
import io.permanence.model.intake.Question;
import io.permanence.model.intake.Question.Kind;
import io.permanence.model.intake.Question.OnlyWhen;
import io.permanence.portal.http.Answer;
import io.permanence.portal.http.Fields;
import io.permanence.portal.http.Operation;
import io.permanence.portal.http.Request;
import io.permanence.runtime.http.Problem;
import io.permanence.store.Database;
import io.permanence.store.intake.IntakeScripts;
import io.permanence.store.intake.IntakeScripts.Kept;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and replaces the intake script. */
public final class IntakeHandlers {
  private final Database database;

  /** Works on the customer's script. */
  public IntakeHandlers(Database database) {
    this.database = database;
  }

  /** The operations by their ids. */
  public Map<String, Operation> operations() {
    return Map.of("getIntakeScript", this::get, "replaceIntakeScript", this::replace);
  }

  private record View(int version, List<QuestionView> questions) {
    static View of(Kept kept) {
      return new View(
          kept.version(), kept.script().questions().stream().map(QuestionView::of).toList());
    }
  }

  private record QuestionView(
      UUID id,
      String label,
      Kind kind,
      boolean required,
      List<String> choices,
      Optional<OnlyWhen> onlyWhen) {
    static QuestionView of(Question question) {
      return new QuestionView(
          question.id(),
          question.label(),
          question.kind(),
          question.required(),
          question.choices(),
          question.onlyWhen());
    }
  }

  private Future<Answer> get(Request request) {
    return database.inTransaction(request.customer(), IntakeScripts::of).map(IntakeHandlers::shown);
  }

  private static Answer shown(Kept kept) {
    return Answer.ok(View.of(kept), kept.version());
  }

  private Future<Answer> replace(Request request) {
    int version = request.version();
    IntakeScript wish =
        new IntakeScript(request.body().list("questions", IntakeHandlers::question));
    List<Problem.Field> broken =
        wish.faults().stream().map(each -> new Problem.Field(each.field(), each.rule())).toList();
    if (!broken.isEmpty()) {
      return Future.failedFuture(Problem.invalid(broken).exception());
    }
    return database
        .inTransaction(
            request.customer(),
            tx ->
                IntakeScripts.replace(tx, request.customer(), version, wish, request.now())
                    .compose(
                        written ->
                            written
                                ? IntakeScripts.of(tx)
                                : Future.failedFuture(Problem.changedMeanwhile().exception())))
        .map(IntakeHandlers::shown);
  }

  private static Question question(Fields body) {
    return new Question(
        body.id("id"),
        body.text("label").strip(),
        body.word("kind", Kind.class),
        body.flag("required"),
        body.texts("choices").stream().map(String::strip).toList(),
        body.optionalObject("onlyWhen")
            .map(when -> new OnlyWhen(when.id("questionId"), when.text("answer").strip())));
  }
}
