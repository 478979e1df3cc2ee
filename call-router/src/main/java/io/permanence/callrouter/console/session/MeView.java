package io.permanence.callrouter.console.session;

import io.permanence.callrouter.console.people.TeamName;
import java.util.Optional;

/** Who is signed in, as the browser sees it. */
record MeView(
    String accountId,
    String user,
    String name,
    String role,
    Optional<TeamName> team,
    String language,
    boolean passwordChangeDue,
    boolean secondFactor) {}
