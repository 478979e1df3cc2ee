package io.permanence.store.demo;

import io.permanence.model.PhoneNumber;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.Handling;
import java.util.List;

/**
 * A line to be made, with its standing default.
 *
 * @param prospects the number on which prospects try the service
 */
public record DemoLine(
    LineId id,
    PhoneNumber number,
    String name,
    TeamId homeTeam,
    List<TeamId> overflowTeams,
    InstructionId standingId,
    Handling standing,
    boolean prospects) {}
