package io.permanence.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.intake.IntakeScript.Fault;
import io.permanence.model.intake.Question.Kind;
import io.permanence.model.intake.Question.OnlyWhen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeScriptTest {
  private static final UUID ABOUT = new UUID(0, 1);
  private static final UUID MEDICINE = new UUID(0, 2);
  private static final UUID DOSE = new UUID(0, 3);

  private static Question question(
      UUID id,
      String label,
      Kind kind,
      boolean required,
      List<String> choices,
      @Nullable OnlyWhen when) {
    return new Question(id, label, kind, required, choices, Optional.ofNullable(when));
  }

  private static final Question CHOICE =
      question(ABOUT, "Objet", Kind.CHOICE, true, List.of("ordonnance", "autre"), null);
  private static final Question FOLLOW_UP =
      question(MEDICINE, "Lequel ?", Kind.TEXT, true, List.of(), new OnlyWhen(ABOUT, "ordonnance"));
  private static final Question THIRD =
      question(DOSE, "Dose", Kind.NUMBER, false, List.of(), new OnlyWhen(MEDICINE, "Doliprane"));
  private static final IntakeScript SCRIPT = new IntakeScript(List.of(CHOICE, FOLLOW_UP, THIRD));

  private static List<String> faults(Map<UUID, String> answers) {
    return SCRIPT.faults(answers).stream().map(Fault::rule).toList();
  }

  @Test
  void aFollowUpIsAskedOnlyAfterItsAnswerAndNeverAfterOneThatWasNotAsked() {
    assertThat(SCRIPT.asked(Map.of())).containsExactly(CHOICE);
    assertThat(SCRIPT.asked(Map.of(ABOUT, "ordonnance"))).containsExactly(CHOICE, FOLLOW_UP);
    assertThat(SCRIPT.asked(Map.of(ABOUT, "ordonnance", MEDICINE, "Doliprane")))
        .containsExactly(CHOICE, FOLLOW_UP, THIRD);
    assertThat(SCRIPT.asked(Map.of(ABOUT, "autre", MEDICINE, "Doliprane"))).containsExactly(CHOICE);
  }

  @Test
  void onlyWhatIsAskedIsRequired() {
    assertThat(faults(Map.of())).containsExactly("required");
    assertThat(faults(Map.of(ABOUT, "autre"))).isEmpty();
    assertThat(faults(Map.of(ABOUT, "ordonnance", MEDICINE, " "))).containsExactly("required");
    assertThat(SCRIPT.faults(Map.of()).getFirst().field()).isEqualTo("answers/" + ABOUT);
  }

  @Test
  void aLabelOrAChoiceThatNobodyCanReadIsAFault() {
    IntakeScript script =
        new IntakeScript(
            List.of(
                question(ABOUT, "  ", Kind.CHOICE, true, List.of("oui", "\u00a0"), null),
                question(MEDICINE, "\u200b", Kind.TEXT, true, List.of(), null)));
    assertThat(script.faults())
        .containsExactly(
            new Fault("questions[0].label", "required"),
            new Fault("questions[0].choices[1]", "required"),
            new Fault("questions[1].label", "required"));
  }

  @Test
  void anAnswerToAQuestionThatIsGoneIsNoFault() {
    assertThat(faults(Map.of(ABOUT, "autre", new UUID(9, 9), "x"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "NUMBER, 12, ",
    "NUMBER, -1.5, ",
    "NUMBER, '1,5', not-a-number",
    "NUMBER, 1e9, not-a-number",
    "DATE, 2028-02-29, ",
    "DATE, 2027-02-29, not-a-date",
    "DATE, 29/02/2028, not-a-date",
    "TIME, 23:59, ",
    "TIME, 24:00, not-a-time",
    "TIME, 9:00, not-a-time",
    "PHONE, +33639980001, ",
    "PHONE, 0639980001, not-a-number",
    "YES_NO, yes, ",
    "YES_NO, oui, not-a-choice",
    "CHOICE, a, ",
    "CHOICE, c, not-a-choice",
    "TEXT, anything, ",
    "LONG_TEXT, anything, ",
  })
  void answersHaveTheFormOfTheirKind(Kind kind, String answer, String rule) {
    List<String> choices = kind == Kind.CHOICE ? List.of("a", "b") : List.of();
    IntakeScript script =
        new IntakeScript(List.of(question(ABOUT, "Q", kind, true, choices, null)));
    assertThat(script.faults(Map.of(ABOUT, answer)).stream().map(Fault::rule))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void aScriptThatContradictsItselfIsRefusedFieldByField() {
    IntakeScript script =
        new IntakeScript(
            List.of(
                question(ABOUT, "Objet", Kind.CHOICE, true, List.of("seul"), null),
                question(ABOUT, "Objet", Kind.TEXT, true, List.of("x"), null),
                question(MEDICINE, "A", Kind.TEXT, true, List.of(), new OnlyWhen(DOSE, "x")),
                question(DOSE, "B", Kind.YES_NO, true, List.of(), new OnlyWhen(ABOUT, " ")),
                question(
                    new UUID(0, 4), "C", Kind.TEXT, true, List.of(), new OnlyWhen(DOSE, "oui"))));
    assertThat(script.faults().stream().map(each -> each.field() + " " + each.rule()))
        .containsExactly(
            "questions[0].choices too-few",
            "questions[1].label duplicate",
            "questions[1].choices not-allowed",
            "questions[1].id duplicate",
            "questions[2].onlyWhen.questionId unknown",
            "questions[3].onlyWhen.answer not-a-choice",
            "questions[4].onlyWhen.answer not-a-choice");
    assertThat(SCRIPT.faults()).isEmpty();
    assertThat(IntakeScript.NONE.faults()).isEmpty();
  }
}
