package io.permanence.callrouter.spool;

import io.permanence.model.Caller;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * A message a caller left.
 *
 * @param team the line's home team, whose task it becomes
 * @param seconds how long the caller spoke
 * @param audio the whole wav file
 */
public record Voicemail(
    CallId call,
    CustomerId customer,
    LineId line,
    TeamId team,
    Caller caller,
    int seconds,
    Instant recordedAt,
    Buffer audio) {}
