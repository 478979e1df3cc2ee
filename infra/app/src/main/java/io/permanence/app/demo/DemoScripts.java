package io.permanence.app.demo;

import io.permanence.model.intake.IntakeScript;
import io.permanence.model.intake.Question;
import io.permanence.model.intake.Question.Kind;
import io.permanence.model.intake.Question.OnlyWhen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the demo's doctor, lawyer and plumber want their callers to be asked (B6). Only follow-up
 * questions are required, so that a note in a hurry needs none.
 */
final class DemoScripts {
  private DemoScripts() {}

  /** The script of the customer of that name; an empty one for the others. */
  static IntakeScript of(String customer) {
    return new IntakeScript(
        switch (customer) {
          case "Cabinet Martin" -> doctor();
          case "Me Dubois" -> lawyer();
          case "Plomberie Lou" -> plumber();
          default -> List.<Question>of();
        });
  }

  private static List<Question> doctor() {
    Question what = choice("Objet de l'appel", "rendez-vous", "ordonnance", "résultats", "autre");
    return List.of(
        what,
        question("Date de naissance du patient", Kind.DATE),
        when(what, "ordonnance", true, question("Quel médicament ?", Kind.TEXT)),
        when(what, "rendez-vous", false, question("Déjà patient du cabinet ?", Kind.YES_NO)));
  }

  private static List<Question> lawyer() {
    Question known = question("Une affaire est-elle en cours au cabinet ?", Kind.YES_NO);
    return List.of(
        known,
        when(known, "yes", false, question("Référence du dossier", Kind.TEXT)),
        when(known, "no", true, choice("Domaine", "famille", "travail", "autre")));
  }

  private static List<Question> plumber() {
    Question leak = question("L'eau coule-t-elle encore ?", Kind.YES_NO);
    return List.of(
        question("Adresse de l'intervention", Kind.TEXT),
        leak,
        when(leak, "yes", true, question("Depuis combien d'heures ?", Kind.NUMBER)));
  }

  private static Question question(String label, Kind kind) {
    return new Question(id(label), label, kind, false, List.of(), Optional.empty());
  }

  private static Question choice(String label, String... choices) {
    return new Question(id(label), label, Kind.CHOICE, false, List.of(choices), Optional.empty());
  }

  private static Question when(Question earlier, String answer, boolean required, Question then) {
    return new Question(
        then.id(),
        then.label(),
        then.kind(),
        required,
        then.choices(),
        Optional.of(new OnlyWhen(earlier.id(), answer)));
  }

  private static UUID id(String label) {
    return UUID.nameUUIDFromBytes(("intake/" + label).getBytes(StandardCharsets.UTF_8));
  }
}
