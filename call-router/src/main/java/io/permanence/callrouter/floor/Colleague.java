package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.Profile;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;

/** A secretary as the company knows her. */
public record Colleague(AccountId account, String name, Profile profile) {
  /** Her own team. */
  public TeamId team() {
    return profile.team();
  }
}
