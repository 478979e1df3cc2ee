package io.permanence.callrouter.spool;

import io.permanence.model.Caller;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import java.time.Instant;

/**
 * A message a caller left.
 *
 * @param team the line's home team, whose task it becomes
 * @param file the recording's name inside the spool, without directories
 * @param seconds how long the caller spoke
 */
public record Voicemail(
    CallId call,
    CustomerId customer,
    LineId line,
    TeamId team,
    Caller caller,
    String file,
    int seconds,
    Instant recordedAt) {}
