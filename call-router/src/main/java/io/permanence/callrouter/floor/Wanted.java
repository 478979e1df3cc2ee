package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Affinity;
import io.permanence.callrouter.desk.Needs;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import java.util.List;
import java.util.Map;

/**
 * What a call's line and customer wish of whoever answers (B3).
 *
 * @param overflow the further teams that may answer, in order
 */
public record Wanted(List<TeamId> overflow, Needs needs, Map<AccountId, Affinity> affinities) {
  /** Nothing is known: the home team answers, anybody of it. */
  public static final Wanted NOTHING = new Wanted(List.of(), Needs.NONE, Map.of());

  public Wanted {
    overflow = List.copyOf(overflow);
    affinities = Map.copyOf(affinities);
  }
}
