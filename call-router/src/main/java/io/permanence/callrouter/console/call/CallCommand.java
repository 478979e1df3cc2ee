package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.Digits;
import io.permanence.callrouter.floor.Ladders;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.line.LadderStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A command to a call, as the browser sends it. */
sealed interface CallCommand {
  /** The words there are. */
  Set<String> WORDS =
      new LinkedHashSet<>(
          List.of(
              "accept",
              "decline",
              "hold",
              "resume",
              "consult",
              "complete",
              "cancel",
              "conference",
              "blind",
              "let-go",
              "park",
              "pick-up",
              "digits",
              "voicemail",
              "hang-up"));

  /** Something about her own call. */
  record OfCall(CallSignal.Wish wish) implements CallCommand {}

  /** Her call to a free place. */
  record Park() implements CallCommand {}

  /** A parked call to her. */
  record PickUp() implements CallCommand {}

  /** Stands for the first number of a ladder that has none: it may not be dialled. */
  ForwardingNumberId NO_NUMBER = new ForwardingNumberId(new UUID(0, 0));

  /**
   * Reads a command.
   *
   * @throws io.permanence.runtime.http.ProblemException naming every mistake
   */
  static CallCommand read(Fields fields, Optional<LiveCall> call) {
    CallCommand command =
        switch (fields.choice("command", WORDS)) {
          case "accept" -> {
            UUID offer = fields.id("offerId");
            fields.time("cardShownAt");
            yield new OfCall(new CallSignal.Accept(offer));
          }
          case "decline" -> new OfCall(new CallSignal.Decline(fields.id("offerId")));
          case "hold" -> new OfCall(new CallSignal.Hold());
          case "resume" -> new OfCall(new CallSignal.Resume());
          case "consult" -> new OfCall(consult(number(fields), call));
          case "complete" -> new OfCall(new CallSignal.Complete());
          case "cancel" -> new OfCall(new CallSignal.Cancel());
          case "conference" -> new OfCall(new CallSignal.Confer());
          case "blind" -> new OfCall(blind(number(fields), call));
          case "let-go" -> new OfCall(new CallSignal.LetGo());
          case "park" -> new Park();
          case "pick-up" -> new PickUp();
          case "digits" -> new OfCall(new CallSignal.Press(digits(fields)));
          case "voicemail" -> new OfCall(new CallSignal.ToVoicemail());
          default -> new OfCall(new CallSignal.HangUp());
        };
    fields.done();
    return command;
  }

  /** One number; without, the ladder from its first. */
  private static Optional<ForwardingNumberId> number(Fields fields) {
    return fields.maybeId("forwardingNumberId").map(ForwardingNumberId::new);
  }

  private static CallSignal.Wish consult(
      Optional<ForwardingNumberId> chosen, Optional<LiveCall> call) {
    ForwardingNumberId number = chosen.or(() -> first(call)).orElse(NO_NUMBER);
    return new CallSignal.Consult(number, ringSeconds(number, call), chosen.isEmpty());
  }

  private static CallSignal.Wish blind(
      Optional<ForwardingNumberId> chosen, Optional<LiveCall> call) {
    ForwardingNumberId number = chosen.or(() -> first(call)).orElse(NO_NUMBER);
    return new CallSignal.Blind(number, ringSeconds(number, call));
  }

  private static Optional<ForwardingNumberId> first(Optional<LiveCall> call) {
    return call.flatMap(Ladders::first).map(step -> step.targets().getFirst().id());
  }

  private static int ringSeconds(ForwardingNumberId number, Optional<LiveCall> call) {
    return call.flatMap(live -> Ladders.step(live, number))
        .map(LadderStep::ringSeconds)
        .orElse(LadderStep.LONGEST_RING);
  }

  private static Digits digits(Fields fields) {
    return new Digits(fields.matching("digits", Digits.VALID, "0"));
  }
}
