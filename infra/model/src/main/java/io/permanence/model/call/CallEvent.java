package io.permanence.model.call;

import io.permanence.model.id.CallId;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a call.
 *
 * @param sequence counts the events of one call from 0 without gaps; call and sequence together are
 *     the event's identity, so that writing it twice is writing it once
 * @param details ids and codes that belong to the kind; no free text
 */
public record CallEvent(
    CallId call, int sequence, CallEventKind kind, Instant at, Map<String, String> details) {
  public CallEvent {
    details = Map.copyOf(details);
  }
}
