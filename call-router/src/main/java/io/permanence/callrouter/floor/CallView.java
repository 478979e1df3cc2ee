package io.permanence.callrouter.floor;

import io.permanence.callrouter.desk.CallControl;
import io.permanence.callrouter.desk.Ending;
import io.permanence.callrouter.desk.OfferReason;
import io.permanence.callrouter.desk.SecretaryState;
import io.permanence.callrouter.desk.Supervision;
import io.permanence.callrouter.journal.LiveCall;
import java.util.Optional;

/**
 * A call at the desk as somebody may look at it.
 *
 * @param secretary the secretary who looks; her engagement says whether she still has to do with it
 * @param offerEnding how her offer of this call ended, when it did
 * @param why the last offer was made, when one was
 * @param supervised the supervisor who takes part, while it is her call
 */
public record CallView(
    LiveCall live,
    CallControl control,
    SecretaryState secretary,
    Optional<Ending> offerEnding,
    Optional<OfferReason> why,
    Optional<Supervised> supervised) {
  /** Who takes part in the call, by name, and how. */
  public record Supervised(String supervisor, Supervision supervision) {}
}
