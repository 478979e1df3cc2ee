package io.permanence.callrouter.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a console sends to save a note: complete, to be altered where a test is about a field. */
final class NoteBody {
  private NoteBody() {}

  /** A first draft about that call. */
  static Map<String, Object> draft(String call) {
    return of(call, 1, "draft");
  }

  /** A note about that call, saved as that revision; sent or a draft, as the intent says. */
  static Map<String, Object> of(String call, int revision, String intent) {
    Map<String, Object> note = new HashMap<>();
    note.put("revision", revision);
    note.put("intent", intent);
    note.put("callId", call);
    note.put("callerName", "Jeanne Petit");
    note.put("numberReadBack", false);
    note.put("request", "Renouvellement");
    note.put("urgency", "normal");
    note.put("callbackWanted", false);
    note.put("answers", List.of());
    return note;
  }
}
