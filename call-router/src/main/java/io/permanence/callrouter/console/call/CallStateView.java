package io.permanence.callrouter.console.call;

import io.permanence.callrouter.desk.Attempt;
import io.permanence.callrouter.desk.Ending;
import io.permanence.callrouter.desk.Engagement;
import io.permanence.callrouter.desk.Stage;
import io.permanence.callrouter.floor.CallView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A call as one secretary's browser sees it; after it left her it is ended for her. */
public record CallStateView(
    String callId,
    int revision,
    String phase,
    Instant since,
    Instant offeredAt,
    Optional<Instant> answeredAt,
    Optional<Consultation> consultation,
    List<LadderAttempt> ladder,
    Optional<Instant> wrapUpEndsAt,
    Optional<String> ending,
    Optional<Integer> parkedSlot,
    Optional<OfferReasonView> why,
    Optional<SupervisionView> supervision,
    Optional<String> noteId) {
  /** Who listens, whispers or takes part. */
  public record SupervisionView(String supervisor, String mode, Instant since) {
    static SupervisionView of(CallView.Supervised supervised) {
      return new SupervisionView(
          supervised.supervisor(),
          supervised.supervision().mode().wireName(),
          supervised.supervision().since());
    }
  }

  /**
   * A consultation under way.
   *
   * @param forwardingNumberId the number that answered, or the first of those that ring
   * @param ringing every number that rings at this moment
   */
  public record Consultation(
      String forwardingNumberId, List<String> ringing, String state, Instant since) {}

  /** How an attempt to reach the customer went. */
  public record LadderAttempt(String forwardingNumberId, String outcome, Instant at) {
    static LadderAttempt of(Attempt attempt) {
      return new LadderAttempt(
          attempt.number().toString(), attempt.outcome().wireName(), attempt.at());
    }
  }

  /** The view of a call, with the note that was begun about it. */
  public static CallStateView of(CallView call, BegunNotes notes) {
    Engagement engagement = call.secretary().engagement();
    boolean hers = engagement.callId().filter(call.live().id()::equals).isPresent();
    boolean wrapping = hers && engagement instanceof Engagement.WrapUp;
    // The engagement's changes count too: the browser keeps the higher revision.
    int revision = 2 * call.control().revision() + (hers ? 0 : 1);
    return new CallStateView(
        call.live().id().toString(),
        revision,
        phase(call, hers, wrapping),
        wrapping ? call.secretary().since() : call.control().since(),
        call.control().offeredAt().orElse(call.control().waitingSince()),
        call.control().answeredAt(),
        consultation(call.control().stage()),
        call.control().attempts().stream().map(LadderAttempt::of).toList(),
        engagement instanceof Engagement.WrapUp wrap && hers
            ? Optional.of(wrap.endsAt())
            : Optional.empty(),
        ending(call).map(Ending::wireName),
        slot(call.control().stage()),
        call.why().map(OfferReasonView::of),
        call.supervised().map(SupervisionView::of),
        notes.of(call.secretary().account(), call.live().id()).map(Object::toString));
  }

  private static String phase(CallView call, boolean hers, boolean wrapping) {
    if (!hers) {
      return "ended";
    }
    if (wrapping) {
      return "wrapping";
    }
    return switch (call.control().stage()) {
      case Stage.Waiting waiting -> "ended";
      case Stage.Offered offered -> "offered";
      case Stage.Connecting connecting -> "offered";
      case Stage.Talking talking -> "talking";
      case Stage.Held held -> "held";
      case Stage.Consulting consulting -> "consulting";
      case Stage.Transferring transferring -> "transferring";
      case Stage.Conference conference -> "conference";
      case Stage.PickingUp picking -> "picking-up";
      case Stage.Parked parked -> "ended";
      case Stage.PutThrough putThrough -> "wrapping";
      case Stage.Over over -> "ended";
    };
  }

  private static Optional<Consultation> consultation(Stage stage) {
    return stage instanceof Stage.Reaching reaching
        ? Optional.of(
            new Consultation(
                reaching.number().toString(),
                reaching.progress() == Stage.Reaching.Progress.RINGING
                    ? reaching.ringing().numbers().stream().map(Object::toString).toList()
                    : List.of(),
                reaching.progress() == Stage.Reaching.Progress.CONNECTED ? "connected" : "ringing",
                reaching.since()))
        : Optional.empty();
  }

  private static Optional<Ending> ending(CallView call) {
    return switch (call.control().stage()) {
      case Stage.Over over -> Optional.of(over.ending());
      case Stage.PutThrough putThrough -> Optional.of(Ending.PUT_THROUGH);
      case Stage.Parked parked -> Optional.of(Ending.PARKED);
      case Stage.Transferring transferring when !transferring.stays() ->
          Optional.of(Ending.PUT_THROUGH);
      case Stage other -> call.offerEnding();
    };
  }

  private static Optional<Integer> slot(Stage stage) {
    return stage instanceof Stage.Parked parked ? Optional.of(parked.slot()) : Optional.empty();
  }

  /** A word of the wire for an enum's constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
