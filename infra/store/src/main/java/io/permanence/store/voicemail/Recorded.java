package io.permanence.store.voicemail;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.NoteId;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A message a caller left, as it is kept.
 *
 * @param caller absent when the number was withheld
 * @param seconds how long the caller spoke
 * @param audio a whole wav file, 8 kHz, 16 bit, one channel
 */
public record Recorded(
    CustomerId customer,
    CallId call,
    Optional<PhoneNumber> caller,
    int seconds,
    Instant recordedAt,
    Buffer audio) {
  /** The note that tells of it. */
  public NoteId note() {
    return new NoteId(call.value());
  }
}
