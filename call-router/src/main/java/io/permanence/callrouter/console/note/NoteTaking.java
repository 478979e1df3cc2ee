package io.permanence.callrouter.console.note;

import io.permanence.model.Texts;
import io.permanence.runtime.http.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a note must have before it is sent (B6). Drafts may lack anything: nobody loses a sentence
 * to a rule. Pure.
 */
final class NoteTaking {
  private NoteTaking() {}

  /** The rules the note breaks; none when it may be sent. */
  static List<Problem.Field> missing(String callerName, String request) {
    List<Problem.Field> missing = new ArrayList<>();
    if (Texts.isBlank(callerName)) {
      missing.add(new Problem.Field("callerName", "required"));
    }
    if (Texts.isBlank(request)) {
      missing.add(new Problem.Field("request", "required"));
    }
    return missing;
  }
}
