package io.permanence.callrouter.console.team;

import io.permanence.callrouter.console.people.TeamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A team now: who waits, who works. */
public record TeamView(
    TeamName team,
    List<WaitingCall> waiting,
    List<ParkedCall> parked,
    List<ColleagueView> colleagues,
    DayFigures.ServiceLevel serviceLevel) {
  /** A caller in the music. */
  public record WaitingCall(String callId, Instant since, String customerName, boolean vip) {}

  /**
   * A caller in a numbered place.
   *
   * @param until then the caller goes back to the desk
   */
  public record ParkedCall(
      int slot,
      String callId,
      String customerName,
      Optional<String> callerName,
      boolean vip,
      String parkedBy,
      Instant since,
      Instant until) {}

  /** A colleague and what she does. */
  public record ColleagueView(
      String accountId, String name, String state, Instant since, Optional<String> reason) {}
}
