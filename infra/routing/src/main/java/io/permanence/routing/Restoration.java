package io.permanence.routing;

import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThroughMode;
import io.permanence.model.line.Rule;
import io.permanence.routing.Prompt.Stock;
import java.util.Locale;
import java.util.Optional;

/**
 * The decision of a call that is taken up after a restart, as the journal tells it and not as the
 * line would decide today: reason, edition of the instruction, permission to put through (A10).
 *
 * <p>Words and ladder are not in the journal. They are the instruction's, which is the same while
 * it has the same version. When it was changed meanwhile its ladder is not climbed any further: the
 * desk is the way on, with the instruction as it is now, or else with what governs in its place.
 * Pure.
 */
public final class Restoration {
  private Restoration() {}

  /** What was decided for a call; the line is as it is now. */
  public static Decision of(IncomingCall call, LineSnapshot line, Stored stored) {
    Case the = Case.of(call, line);
    Optional<Rule> unchanged = stored.unchanged(line);
    Rule rule = unchanged.or(() -> stored.today(line)).orElseGet(the::rule);
    Basis basis = basis(the, rule, stored);
    boolean vip = vip(the, stored.reason().code());
    return switch (stored.decision()) {
      case "ladder" ->
          unchanged.filter(Rule::reachable).isPresent()
              ? new Decision.Ladder(basis, rule, vip, RoutingPolicy.afterwards(the))
              : new Decision.ToDesk(basis, rule, vip, true);
      case "voicemail" -> new Decision.Voicemail(basis, stock(basis.code(), true));
      case "announce" -> new Decision.Announce(basis, stock(basis.code(), false));
      default -> new Decision.ToDesk(basis, rule, vip, mayPutThrough(stored));
    };
  }

  private static Basis basis(Case the, Rule rule, Stored stored) {
    PutThroughMode mode =
        Optional.ofNullable(stored.reason().arguments().get(Reason.MODE))
            .map(word -> PutThroughMode.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElseGet(rule::mode);
    return new Basis(
        stored.reason().code(),
        Optional.of(new Grounds(the.snapshot(), rule, the.call().at(), mode)),
        Optional.of(stored));
  }

  private static boolean mayPutThrough(Stored stored) {
    return Way.of(stored.decision(), stored.reason().code()) == Way.PUT_THROUGH;
  }

  /** Where the reason does not say it, the mark of today does. */
  private static boolean vip(Case the, ReasonCode code) {
    return switch (code) {
      case VIP_UNDER_ALL, VIP_UNDER_VIP, VIP_UNDER_NOBODY -> true;
      case ALL, NOT_VIP, NOBODY, BUSY_VIP_ONLY, WITHHELD -> false;
      default -> the.vip();
    };
  }

  /** What the caller heard, or hears still. */
  private static Stock stock(ReasonCode code, boolean voicemail) {
    return switch (code) {
      case OUT_OF_HOURS -> voicemail ? Stock.CLOSED_VOICEMAIL : Stock.CLOSED;
      case BLOCKED -> voicemail ? Stock.VOICEMAIL : Stock.BLOCKED;
      case WITHHELD_REFUSED -> Stock.WITHHELD;
      case OVERLOAD -> Stock.ALL_LINES_BUSY;
      default -> voicemail ? Stock.VOICEMAIL : Stock.CLOSED;
    };
  }
}
