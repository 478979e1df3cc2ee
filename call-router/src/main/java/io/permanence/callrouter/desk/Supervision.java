package io.permanence.callrouter.desk;

import io.permanence.model.id.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A supervisor in a secretary's call (B10). The secretary's screen says so from the first moment
 * on.
 *
 * <table>
 *   <caption>Who hears whom</caption>
 *   <tr><th></th><th>supervisor hears</th><th>supervisor is heard by</th><th>lasts while the secretary</th></tr>
 *   <tr><td>listen</td><td>all</td><td>nobody</td><td>has this call</td></tr>
 *   <tr><td>whisper</td><td>all</td><td>the secretary</td><td>has this call</td></tr>
 *   <tr><td>barge</td><td>all</td><td>all</td><td>talks with the caller</td></tr>
 * </table>
 *
 * @param secretary whose call it is
 * @param since when it began
 */
public record Supervision(AccountId supervisor, AccountId secretary, Mode mode, Instant since) {
  /** How the supervisor takes part. */
  public enum Mode {
    LISTEN,
    WHISPER,
    BARGE;

    /** The name on the wire, for example {@code listen}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a supervisor may not take part. */
  public enum Refusal {
    /** Oneself cannot be listened to. */
    ANOTHER_SECRETARY,
    /** The secretary has no caller, or none she talks with at this moment. */
    NEEDS_CONVERSATION,
    /** Another supervisor takes part already. */
    NEEDS_NO_OTHER_SUPERVISOR,
    /** The supervisor has a call. */
    NEEDS_FREE_SUPERVISOR,
    /** The supervisor's telephone cannot take a call. */
    NEEDS_TELEPHONE;

    /** The name on the wire, for example {@code needs-telephone}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Why she may not; empty when she may.
   *
   * @param stage where the secretary's call is, when she has one
   * @param before who takes part in that call already
   */
  public static Optional<Refusal> refusal(
      SecretaryState supervisor,
      AccountId secretary,
      Optional<Stage> stage,
      Optional<Supervision> before,
      Mode mode) {
    boolean continues =
        before.filter(each -> each.supervisor().equals(supervisor.account())).isPresent();
    if (supervisor.account().equals(secretary)) {
      return Optional.of(Refusal.ANOTHER_SECRETARY);
    }
    if (stage.filter(each -> lasts(each, secretary, mode)).isEmpty()) {
      return Optional.of(Refusal.NEEDS_CONVERSATION);
    }
    if (before.isPresent() && !continues) {
      return Optional.of(Refusal.NEEDS_NO_OTHER_SUPERVISOR);
    }
    if (supervisor.hasCall() && !continues) {
      return Optional.of(Refusal.NEEDS_FREE_SUPERVISOR);
    }
    return supervisor.telephone().usable()
        ? Optional.empty()
        : Optional.of(Refusal.NEEDS_TELEPHONE);
  }

  /** Whether it goes on at that stage of the call. */
  public boolean lasts(Stage stage) {
    return lasts(stage, secretary, mode);
  }

  private static boolean lasts(Stage stage, AccountId secretary, Mode mode) {
    boolean hers = stage.engages().filter(secretary::equals).isPresent();
    boolean together = stage instanceof Stage.Talking || stage instanceof Stage.Conference;
    boolean apart = stage instanceof Stage.Held || stage instanceof Stage.Consulting;
    return hers && (together || (apart && mode != Mode.BARGE));
  }
}
