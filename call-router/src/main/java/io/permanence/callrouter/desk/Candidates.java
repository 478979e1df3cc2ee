package io.permanence.callrouter.desk;

import io.permanence.callrouter.desk.Affinity.Liking;
import io.permanence.callrouter.desk.OfferReason.WhyCall;
import io.permanence.callrouter.desk.OfferReason.WhySecretary;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may be asked for one call at one moment, and who of them is; see {@link DeskPolicy}. */
final class Candidates {
  private final WaitingCall call;
  private final Collection<SecretaryState> secretaries;
  private final DeskRules rules;
  private final Instant now;
  private final List<TeamId> teams;
  private final Fit asked;

  Candidates(
      WaitingCall call, Collection<SecretaryState> secretaries, DeskRules rules, Instant now) {
    this.call = call;
    this.secretaries = secretaries;
    this.rules = rules;
    this.now = now;
    this.teams = teamsAskedNow();
    this.asked = rules.widening().asked(call.waited(now));
  }

  private List<TeamId> teamsAskedNow() {
    long overflowing = call.waited(now).toMillis() / Math.max(1, rules.overflowAfter().toMillis());
    return call.teams().subList(0, (int) Math.min(call.teams().size(), 1 + overflowing));
  }

  Optional<SecretaryState> best(Set<AccountId> taken) {
    return free(taken).min(bySuitability().thenComparing(byTurn()).thenComparing(byId()));
  }

  private Stream<SecretaryState> free(Set<AccountId> taken) {
    return secretaries.stream()
        .filter(secretary -> secretary.presence() == Presence.READY)
        .filter(secretary -> !taken.contains(secretary.account()))
        .filter(this::mayBeAsked)
        .filter(secretary -> !isHeldBack(secretary));
  }

  /** Team, fit and passes; whatever she does at the moment. */
  private boolean mayBeAsked(SecretaryState secretary) {
    return teams.stream().anyMatch(secretary.profile()::worksFor)
        && fit(secretary).satisfies(asked)
        && !hasJustPassed(secretary);
  }

  private boolean hasJustPassed(SecretaryState secretary) {
    Instant passed = call.passes().get(secretary.account());
    return passed != null && now.isBefore(passed.plus(rules.passTime()));
  }

  /**
   * The customer avoids her, the caller has just come, and somebody else could soon take the call.
   * Not when she has been idle for longer than feedback reaches: it must not starve her.
   */
  private boolean isHeldBack(SecretaryState secretary) {
    Duration most = rules.affinity().reach().multipliedBy(2);
    return liking(secretary) == Liking.AVOIDED
        && call.waited(now).compareTo(rules.affinity().holdsBack()) < 0
        && Duration.between(secretary.idleSince(), now).compareTo(most) < 0
        && secretaries.stream()
            .filter(other -> isWorking(other.presence()))
            .filter(this::mayBeAsked)
            .anyMatch(other -> liking(other) != Liking.AVOIDED);
  }

  private static boolean isWorking(Presence presence) {
    return switch (presence) {
      case READY, OFFERED, TALKING, WRAP_UP -> true;
      case PREPARING, BREAK, PAUSED, SIGNED_OFF -> false;
    };
  }

  private Comparator<SecretaryState> bySuitability() {
    return Comparator.<SecretaryState, Boolean>comparing(this::hasPassed)
        .thenComparing(this::fit)
        .thenComparingInt(this::teamPlace);
  }

  private Comparator<SecretaryState> byTurn() {
    return Comparator.comparing(
        secretary -> secretary.idleSince().minus(affinity(secretary).headStart(rules.affinity())));
  }

  private static Comparator<SecretaryState> byId() {
    return Comparator.comparing(secretary -> secretary.account().value());
  }

  private boolean hasPassed(SecretaryState secretary) {
    return call.passes().containsKey(secretary.account());
  }

  private Fit fit(SecretaryState secretary) {
    return Fit.of(secretary.profile(), call.needs());
  }

  private int teamPlace(SecretaryState secretary) {
    for (int place = 0; place < teams.size(); place++) {
      if (secretary.profile().worksFor(teams.get(place))) {
        return place;
      }
    }
    return teams.size();
  }

  private Affinity affinity(SecretaryState secretary) {
    return call.affinity(secretary.account(), rules, now);
  }

  private Liking liking(SecretaryState secretary) {
    return affinity(secretary).liking();
  }

  OfferReason why(SecretaryState chosen, Set<AccountId> taken, WhyCall whyCall) {
    return new OfferReason(
        whyCall,
        whyHer(chosen, taken),
        call.waited(now),
        Duration.between(chosen.idleSince(), now),
        liking(chosen),
        teamPlace(chosen) > 0,
        hasPassed(chosen),
        missing(chosen.profile()));
  }

  private WhySecretary whyHer(SecretaryState chosen, Set<AccountId> taken) {
    List<SecretaryState> ready =
        secretaries.stream()
            .filter(each -> each.presence() == Presence.READY && !taken.contains(each.account()))
            .filter(this::mayBeAsked)
            .toList();
    if (ready.size() == 1) {
      return WhySecretary.ONLY_ONE;
    }
    List<SecretaryState> alike =
        ready.stream().filter(each -> bySuitability().compare(each, chosen) == 0).toList();
    boolean longest =
        alike.stream().noneMatch(each -> each.idleSince().isBefore(chosen.idleSince()));
    if (alike.size() > 1 && !longest) {
      return liking(chosen) == Liking.PREFERRED
          ? WhySecretary.PREFERRED
          : WhySecretary.INSTEAD_OF_AVOIDED;
    }
    boolean longestOfAll =
        ready.stream().noneMatch(each -> each.idleSince().isBefore(chosen.idleSince()));
    return longestOfAll ? WhySecretary.LONGEST_IDLE : WhySecretary.FITS_BEST;
  }

  private List<String> missing(Profile profile) {
    Needs needs = call.needs();
    return Stream.concat(
            needs.languages().stream().filter(each -> !profile.languages().contains(each)).sorted(),
            Stream.concat(needs.skills().stream(), needs.preferredSkills().stream())
                .filter(each -> !profile.skills().contains(each))
                .distinct()
                .sorted())
        .toList();
  }
}
