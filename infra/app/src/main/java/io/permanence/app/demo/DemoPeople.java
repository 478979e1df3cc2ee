package io.permanence.app.demo;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import java.util.List;
import java.util.Optional;

/** The people of the demo who sign in, and the two teams. */
final class DemoPeople {
  static final TeamId SANTE = TeamId.of("0d000000-0000-7000-8000-000000000001");
  static final TeamId PRO = TeamId.of("0d000000-0000-7000-8000-000000000002");

  private DemoPeople() {}

  /** A team by name. */
  record Team(TeamId id, String name) {}

  /**
   * Somebody of the company.
   *
   * @param team where a secretary or supervisor works
   * @param secondFactor whether a one-time code is asked for
   */
  record Staff(
      AccountId id,
      String user,
      String name,
      Role role,
      Optional<TeamId> team,
      boolean secondFactor) {}

  /** Somebody of a customer; the password of one is temporary. */
  record Person(AccountId id, String user, String name, Role role, boolean temporary) {}

  static List<Team> teams() {
    return List.of(new Team(SANTE, "Santé"), new Team(PRO, "Pro"));
  }

  static List<Staff> staff() {
    return List.of(
        secretary(1, "camille", "Camille Bernard", SANTE),
        secretary(2, "ines", "Inès Moreau", SANTE),
        secretary(3, "hugo", "Hugo Lefèvre", PRO),
        secretary(4, "salome", "Salomé Girard", PRO),
        new Staff(id(5), "nadia", "Nadia Petit", Role.SUPERVISOR, Optional.of(SANTE), true),
        new Staff(id(6), "olivier", "Olivier Roy", Role.OPERATOR, Optional.empty(), true));
  }

  private static Staff secretary(int n, String user, String name, TeamId team) {
    return new Staff(id(n), user, name, Role.SECRETARY, Optional.of(team), false);
  }

  static AccountId id(int n) {
    return AccountId.of("0a000000-0000-7000-8000-%012d".formatted(n));
  }
}
