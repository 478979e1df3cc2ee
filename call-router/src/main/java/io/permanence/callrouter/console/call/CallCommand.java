package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.body.Fields;
import io.permanence.callrouter.desk.CallSignal;
import io.permanence.callrouter.desk.Digits;
import io.permanence.callrouter.desk.Rung;
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

  /** Stands for the first rung of a ladder that has none: its number may not be dialled. */
  Rung NO_RUNG = Rung.of(new ForwardingNumberId(new UUID(0, 0)), LadderStep.LONGEST_RING);

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

  /** A number she chose rings alone; without one, the first rung rings whole. */
  private static CallSignal.Wish consult(
      Optional<ForwardingNumberId> chosen, Optional<LiveCall> call) {
    Rung rung =
        chosen
            .map(number -> Rung.of(number, ringSeconds(number, call)))
            .or(() -> first(call))
            .orElse(NO_RUNG);
    return new CallSignal.Consult(rung, chosen.isEmpty());
  }

  /** Down the ladder, from the rung of that number on, or from the first. */
  private static CallSignal.Wish blind(
      Optional<ForwardingNumberId> chosen, Optional<LiveCall> call) {
    return new CallSignal.Blind(
        chosen.map(number -> rungOf(number, call)).or(() -> first(call)).orElse(NO_RUNG));
  }

  private static Optional<Rung> first(Optional<LiveCall> call) {
    return call.flatMap(Ladders::first);
  }

  private static Rung rungOf(ForwardingNumberId number, Optional<LiveCall> call) {
    return call.flatMap(live -> Ladders.rung(live, number))
        .orElseGet(() -> Rung.of(number, LadderStep.LONGEST_RING));
  }

  private static int ringSeconds(ForwardingNumberId number, Optional<LiveCall> call) {
    return rungOf(number, call).ringSeconds();
  }

  private static Digits digits(Fields fields) {
    return new Digits(fields.matching("digits", Digits.VALID, "0"));
  }
}
