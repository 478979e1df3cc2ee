package io.permanence.callrouter.console.task;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.NoteId;
import io.permanence.store.task.Task;
import java.time.Instant;
import java.util.Optional;

/** An open task as a secretary's browser sees it. */
public record TaskView(
    String taskId,
    String kind,
    Instant createdAt,
    boolean mine,
    String customerName,
    Optional<String> callerName,
    boolean vip,
    Optional<String> callerNumber,
    Optional<String> callId,
    Optional<String> noteId,
    Optional<String> ownerName,
    Optional<Instant> dueAt,
    int tries,
    Optional<String> text) {
  /** The view of a task for somebody. */
  public static TaskView of(Task task, AccountId who) {
    return new TaskView(
        task.id().toString(),
        switch (task.kind()) {
          case LOST -> "lost-call";
          case CALLBACK -> "callback";
          case VOICEMAIL -> "voicemail";
          case UNSAVED_NOTE -> "finish-note";
          case DROPPED -> "dropped-call";
          case CAP_REACHED -> "cap-reached";
        },
        task.createdAt(),
        task.owner().filter(who::equals).isPresent(),
        task.customerName(),
        task.callerName(),
        task.vip(),
        task.caller().map(PhoneNumber::e164),
        task.call().map(CallId::toString),
        task.note().map(NoteId::toString),
        task.ownerName(),
        task.dueAt(),
        task.tries(),
        task.remark());
  }
}
