package io.permanence.portal.google;

import io.permanence.store.google.LinkStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the link for a purpose stands, as the contract shows it. */
record LinkView(String purpose, String state, Optional<Run> lastSync) {
  private static final int LONGEST_CODE = 60;

  /** One for each purpose of Google's, linked or not. */
  record All(List<LinkView> links) {}

  record Run(
      Instant startedAt,
      Optional<Instant> endedAt,
      int added,
      int changed,
      int removed,
      Optional<String> failure) {}

  static LinkView of(LinkStatus status) {
    return new LinkView(
        status.purpose().word(), state(status), status.lastRun().map(LinkView::run));
  }

  private static String state(LinkStatus status) {
    if (status.withdrawing()) {
      return "REVOKING";
    }
    if (status.connecting()) {
      return "LINKING";
    }
    return status.link().map(state -> state.equals("LINKED") ? "LINKED" : "BROKEN").orElse("OFF");
  }

  private static Run run(LinkStatus.Run run) {
    return new Run(
        run.startedAt(),
        run.endedAt(),
        run.added(),
        run.changed(),
        run.removed(),
        run.outcome().filter(word -> !word.equals("done")).map(LinkView::code));
  }

  private static String code(String outcome) {
    return outcome.length() <= LONGEST_CODE && outcome.matches("[a-z0-9]+(-[a-z0-9]+)*")
        ? outcome
        : "failed";
  }
}
