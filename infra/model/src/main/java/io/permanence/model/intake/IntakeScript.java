package io.permanence.model.intake;

import io.permanence.model.Texts;
import io.permanence.model.intake.Question.Kind;
import io.permanence.model.intake.Question.OnlyWhen;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A customer's questions in the order they are asked (B6). */
public record IntakeScript(List<Question> questions) {
  /** No question. */
  public static final IntakeScript NONE = new IntakeScript(List.of());

  /** The most questions of one customer. */
  public static final int MOST = 30;

  private static final Set<String> YES_NO = Set.of("yes", "no");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{5,14}");

  public IntakeScript {
    questions = List.copyOf(questions);
  }

  /** Something that breaks a rule: where, and which. */
  public record Fault(String field, String rule) {}

  /**
   * What is wrong with the script itself; nothing is a good answer.
   *
   * <ul>
   *   <li>every question has an id and a label of its own ({@code duplicate}), and the label can be
   *       read ({@code required});
   *   <li>a choice has at least two different choices that can be read, everything else none;
   *   <li>a condition names an earlier question that can have that answer.
   * </ul>
   */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Map<UUID, Question> earlier = new LinkedHashMap<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      Question each = questions.get(i);
      String path = "questions[" + i + "].";
      if (Texts.isBlank(each.label())) {
        faults.add(new Fault(path + "label", "required"));
      } else if (!labels.add(each.label().strip())) {
        faults.add(new Fault(path + "label", "duplicate"));
      }
      choices(each, path, faults);
      each.onlyWhen().ifPresent(when -> condition(when, earlier, path, faults));
      if (earlier.put(each.id(), each) != null) {
        faults.add(new Fault(path + "id", "duplicate"));
      }
    }
    return faults;
  }

  private static void choices(Question question, String path, List<Fault> faults) {
    int count = question.choices().size();
    for (int i = 0; i < count; i++) {
      if (Texts.isBlank(question.choices().get(i))) {
        faults.add(new Fault(path + "choices[" + i + "]", "required"));
      }
    }
    if (question.kind() != Kind.CHOICE) {
      if (count > 0) {
        faults.add(new Fault(path + "choices", "not-allowed"));
      }
    } else if (count < 2) {
      faults.add(new Fault(path + "choices", "too-few"));
    } else if (new HashSet<>(question.choices()).size() < count) {
      faults.add(new Fault(path + "choices", "duplicate"));
    }
  }

  private static void condition(
      OnlyWhen when, Map<UUID, Question> earlier, String path, List<Fault> faults) {
    Question asked = earlier.get(when.questionId());
    if (asked == null) {
      faults.add(new Fault(path + "onlyWhen.questionId", "unknown"));
    } else if (!possible(asked, when.answer())) {
      faults.add(new Fault(path + "onlyWhen.answer", "not-a-choice"));
    }
  }

  private static boolean possible(Question question, String answer) {
    return fault(question, answer).isEmpty() && !answer.isBlank();
  }

  /** The questions that are asked, given these answers. */
  public List<Question> asked(Map<UUID, String> answers) {
    Set<UUID> asked = new HashSet<>();
    List<Question> found = new ArrayList<>();
    for (Question each : questions) {
      boolean applies =
          each.onlyWhen()
              .map(
                  when ->
                      asked.contains(when.questionId())
                          && when.answer().equals(answers.get(when.questionId())))
              .orElse(true);
      if (applies) {
        asked.add(each.id());
        found.add(each);
      }
    }
    return found;
  }

  /**
   * What is wrong with answers that are to be sent, each fault at {@code answers/<question>}.
   * Answers to questions that are not there, or not asked, are no fault: the script may have
   * changed while the secretary typed, and what she wrote is kept.
   */
  public List<Fault> faults(Map<UUID, String> answers) {
    List<Fault> faults = new ArrayList<>();
    for (Question each : asked(answers)) {
      String answer = answers.getOrDefault(each.id(), "").strip();
      String rule = answer.isEmpty() ? (each.required() ? "required" : "") : fault(each, answer);
      if (!rule.isEmpty()) {
        faults.add(new Fault("answers/" + each.id(), rule));
      }
    }
    return faults;
  }

  /** The rule an answer breaks; empty when it breaks none. */
  private static String fault(Question question, String answer) {
    return switch (question.kind()) {
      case TEXT, LONG_TEXT -> "";
      case NUMBER -> NUMBER.matcher(answer).matches() ? "" : "not-a-number";
      case DATE -> isDate(answer) ? "" : "not-a-date";
      case TIME -> TIME.matcher(answer).matches() ? "" : "not-a-time";
      case PHONE -> PHONE.matcher(answer).matches() ? "" : "not-a-number";
      case CHOICE -> question.choices().contains(answer) ? "" : "not-a-choice";
      case YES_NO -> YES_NO.contains(answer) ? "" : "not-a-choice";
    };
  }

  private static boolean isDate(String answer) {
    try {
      return LocalDate.parse(answer).toString().equals(answer);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
