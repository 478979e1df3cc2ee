package io.permanence.store.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to a customer's questions as they are kept with a note, read for people. */
public final class GivenAnswers {
  private GivenAnswers() {}

  /**
   * By the question's words, in the order they were asked; what was asked otherwise comes last.
   *
   * @param json the note's answers, by question
   * @param asked the note's questions
   */
  public static Map<String, String> byWords(String json, String asked) {
    JsonObject given = new JsonObject(json);
    Map<String, String> answers = new LinkedHashMap<>();
    for (Object each : new JsonArray(asked)) {
      JsonObject question = (JsonObject) each;
      Object answer = given.remove(question.getString("id"));
      if (answer != null) {
        answers.put(question.getString("label"), String.valueOf(answer));
      }
    }
    given.forEach(entry -> answers.put(entry.getKey(), String.valueOf(entry.getValue())));
    return answers;
  }
}
