package io.permanence.callrouter.console.people;

import io.permanence.callrouter.desk.Profile;
import io.permanence.callrouter.floor.Colleague;
import io.permanence.callrouter.floor.Desk;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import io.permanence.store.Database;
import io.permanence.store.desk.Secretaries;
import io.permanence.store.desk.Secretaries.Secretary;
import io.permanence.store.desk.Secretaries.Team;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who works here, kept in memory and read anew at each sign-in, so that names need no database. */
public final class Roster {
  private final Database database;
  private final Map<AccountId, Secretary> secretaries = new HashMap<>();
  private final Map<TeamId, TeamName> teams = new LinkedHashMap<>();

  /** An empty roster; {@link #refresh} fills it. */
  public Roster(Database database) {
    this.database = database;
  }

  /** Reads everybody anew and tells the desk. */
  public Future<Void> refresh(Desk desk) {
    return database
        .acrossCustomers(
            tx ->
                Secretaries.teams(tx)
                    .compose(
                        read ->
                            Secretaries.all(tx)
                                .map(
                                    all -> {
                                      take(read, all);
                                      return all;
                                    })))
        .map(
            all -> {
              desk.know(
                  all.stream()
                      .map(each -> new Colleague(each.account(), each.name(), profile(each)))
                      .toList());
              return null;
            });
  }

  private static Profile profile(Secretary secretary) {
    return new Profile(
        secretary.team(), secretary.alsoIn(), secretary.languages(), secretary.skills());
  }

  private void take(List<Team> readTeams, List<Secretary> readSecretaries) {
    teams.clear();
    readTeams.forEach(
        team -> teams.put(team.id(), new TeamName(team.id().toString(), team.name())));
    secretaries.clear();
    readSecretaries.forEach(each -> secretaries.put(each.account(), each));
  }

  /** The secretary with that account. */
  public Optional<Secretary> secretary(AccountId account) {
    return Optional.ofNullable(secretaries.get(account));
  }

  /** Her first name as callers hear it; empty for somebody who is no secretary. */
  public Optional<String> name(AccountId account) {
    return secretary(account).map(Secretary::name);
  }

  /** The team of a secretary. */
  public Optional<TeamName> teamOf(AccountId account) {
    return secretary(account).map(Secretary::team).flatMap(this::team);
  }

  /** A team by its id. */
  public Optional<TeamName> team(TeamId team) {
    return Optional.ofNullable(teams.get(team));
  }

  /** Every team, in the company's order. */
  public Map<TeamId, TeamName> teams() {
    return java.util.Collections.unmodifiableMap(teams);
  }
}
