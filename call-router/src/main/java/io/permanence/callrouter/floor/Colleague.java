package io.permanence.callrouter.floor;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;

/** A secretary as the company knows her. */
public record Colleague(AccountId account, String name, TeamId team) {}
