package io.permanence.callrouter.console.call;

import io.permanence.callrouter.console.call.CardView.Arguments;
import io.permanence.callrouter.console.call.CardView.CallerView;
import io.permanence.callrouter.console.call.CardView.EarlierCall;
import io.permanence.callrouter.console.call.CardView.ForwardingNumber;
import io.permanence.callrouter.console.call.CardView.InstructionView;
import io.permanence.callrouter.console.call.CardView.OverruledView;
import io.permanence.callrouter.console.call.CardView.Verdict;
import io.permanence.callrouter.console.call.CardView.WindowView;
import io.permanence.callrouter.floor.Ladders;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.call.Reason;
import io.permanence.model.intake.IntakeScript;
import io.permanence.model.intake.Question;
import io.permanence.model.line.CallerMark;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.Window;
import io.permanence.routing.Basis;
import io.permanence.routing.Decision;
import io.permanence.store.desk.CardFacts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the card of a call, from the snapshot it was decided from and, when the database answered
 * in time, from what it knows of customer and caller. Pure.
 */
final class CardText {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int MOST_OVERRULED = 3;
  private static final Duration STALE = Duration.ofSeconds(5);

  private CardText() {}

  /**
   * The card.
   *
   * @param known what the database answered; the card is incomplete without
   * @param remembered the customer's name from an earlier card, empty when there was none
   */
  static CardView write(
      LiveCall call, Optional<Cards.Known> known, String remembered, String secretary) {
    Optional<CardFacts> facts = known.flatMap(Cards.Known::facts);
    LineSnapshot snapshot = call.snapshot();
    Handling handling = Ladders.handling(call);
    return new CardView(
        call.id().toString(),
        new CardView.Customer(
            call.customer().toString(),
            facts.map(CardFacts::customerName).orElse(remembered),
            facts.map(CardFacts::trade).filter(text -> !text.isEmpty()),
            snapshot.zone().getId()),
        new CardView.LineView(
            snapshot.id().toString(), snapshot.number().e164(), facts.map(CardFacts::lineName)),
        handling.greeting().replace("{secretary}", secretary),
        facts.map(CardFacts::language),
        verdict(call, handling),
        instruction(call, handling),
        caller(call, facts),
        ladder(handling, facts),
        Ladders.mayPutThrough(call) && !handling.ladder().isEmpty(),
        facts.map(CardFacts::script).orElse(IntakeScript.NONE).questions().stream()
            .map(CardText::question)
            .toList(),
        snapshot.demo() ? Optional.of(true) : Optional.empty(),
        known.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private static CardView.QuestionView question(Question question) {
    return new CardView.QuestionView(
        question.id().toString(),
        question.label(),
        question.kind().wireName(),
        question.required(),
        Optional.of(question.choices()).filter(choices -> !choices.isEmpty()),
        question
            .onlyWhen()
            .map(when -> new CardView.OnlyWhen(when.questionId().toString(), when.answer())));
  }

  private static Verdict verdict(LiveCall call, Handling handling) {
    boolean connect =
        call.decision() instanceof Decision.ToDesk toDesk
            && toDesk.mayPutThrough()
            && !handling.ladder().isEmpty();
    String otherwise = handling.message().isPresent() ? "give-message" : "take-note";
    Reason reason = call.decision().basis().reason();
    boolean stale = call.decidedFrom().plus(STALE).isBefore(call.arrivedAt());
    return new Verdict(
        connect ? "connect" : otherwise,
        reason(call),
        arguments(reason),
        call.arrivedAt(),
        stale ? Optional.of(true) : Optional.empty(),
        stale ? Optional.of(call.decidedFrom()) : Optional.empty());
  }

  private static Optional<Arguments> arguments(Reason reason) {
    Optional<String> until = Optional.ofNullable(reason.arguments().get(Reason.UNTIL));
    Optional<String> from = Optional.ofNullable(reason.arguments().get(Reason.OPENS));
    Optional<Integer> unproven =
        Optional.ofNullable(reason.arguments().get(Reason.UNPROVEN)).map(Integer::valueOf);
    return until.isEmpty() && from.isEmpty() && unproven.isEmpty()
        ? Optional.empty()
        : Optional.of(new Arguments(until, from, Optional.empty(), unproven));
  }

  private static String reason(LiveCall call) {
    if (call.snapshot().demo()) {
      return "live-test";
    }
    if (call.decision() instanceof Decision.Ladder) {
      return "ladder-exhausted";
    }
    return ReasonWord.of(call.decision().basis().code());
  }

  private static InstructionView instruction(LiveCall call, Handling handling) {
    Optional<Basis.Governing> governing = call.decision().basis().instruction();
    Optional<Instruction> instruction =
        governing.flatMap(
            each ->
                call.snapshot().instructions().stream()
                    .filter(candidate -> candidate.id().equals(each.id()))
                    .findFirst());
    return new InstructionView(
        governing.map(each -> each.id().toString()),
        governing.map(Basis.Governing::version),
        putThrough(handling),
        handling.mode().name().toLowerCase(Locale.ROOT),
        instruction.map(each -> window(each.window(), call)).orElseGet(CardText::standing),
        handling.message(),
        handling.notes(),
        overruled(call));
  }

  private static String putThrough(Handling handling) {
    return switch (handling.putThrough()) {
      case ALL -> "everyone";
      case VIP -> "vip";
      case NONE -> "nobody";
    };
  }

  /** What else was valid when the call came, the nearest first; at most three. */
  private static List<OverruledView> overruled(LiveCall call) {
    return call.decision().basis().overruled().stream()
        .limit(MOST_OVERRULED)
        .map(
            each ->
                new OverruledView(
                    each.id().toString(), putThrough(each.handling()), window(each.window(), call)))
        .toList();
  }

  private static WindowView standing() {
    return window("default", Optional.empty(), Optional.empty());
  }

  private static WindowView window(String kind, Optional<Instant> from, Optional<Instant> until) {
    return new WindowView(kind, from, until, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static WindowView window(Window window, LiveCall call) {
    return switch (window) {
      case Window.OneOff once ->
          window("one-off", Optional.of(once.from()), Optional.of(once.to()));
      case Window.OpenEnded open -> window("open-ended", open.from(), Optional.empty());
      case Window.Weekly weekly -> weekly(weekly, call);
    };
  }

  /** The row of hours that the arrival falls into by its day; the first when none does. */
  private static WindowView weekly(Window.Weekly weekly, LiveCall call) {
    var local = call.arrivedAt().atZone(call.snapshot().zone());
    Window.Hours hours =
        weekly.hours().stream()
            .filter(each -> each.days().contains(local.getDayOfWeek()))
            .filter(each -> !local.toLocalTime().isBefore(each.from()))
            .findFirst()
            .orElse(weekly.hours().getFirst());
    return new WindowView(
        "weekly",
        Optional.empty(),
        Optional.empty(),
        Optional.of(hours.days().stream().map(DayOfWeek::getValue).sorted().toList()),
        Optional.of(CLOCK.format(hours.from())),
        Optional.of(hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : CLOCK.format(hours.to())));
  }

  private static CallerView caller(LiveCall call, Optional<CardFacts> facts) {
    Optional<PhoneNumber> number = call.caller().phoneNumber();
    CallerMark mark = number.map(each -> call.snapshot().marks().of(each)).orElse(CallerMark.NONE);
    Optional<CardFacts.Contact> contact = facts.flatMap(CardFacts::contact);
    return new CallerView(
        call.caller() instanceof Caller.Withheld,
        number.map(PhoneNumber::e164),
        contact.map(CardFacts.Contact::name),
        contact.map(CardFacts.Contact::company).filter(text -> !text.isEmpty()),
        contact.flatMap(CardFacts.Contact::remark).map(CardText::shortened),
        mark == CallerMark.VIP,
        mark == CallerMark.BLOCKED,
        facts.map(CardFacts::earlier).orElse(List.of()).stream().map(CardText::earlier).toList());
  }

  private static EarlierCall earlier(CardFacts.EarlierCall call) {
    String outcome =
        call.note().isPresent()
            ? "note"
            : switch (call.outcome().orElse("")) {
              case "PUT_THROUGH" -> "put-through";
              case "VOICEMAIL" -> "voicemail";
              case "LOST" -> "lost";
              default -> "ended";
            };
    return new EarlierCall(
        call.call().toString(), call.at(), outcome, call.secretary(), call.note());
  }

  private static List<ForwardingNumber> ladder(Handling handling, Optional<CardFacts> facts) {
    List<ForwardingNumber> ladder = new ArrayList<>();
    int rung = 0;
    for (LadderStep step : handling.ladder()) {
      rung++;
      for (LadderStep.Target target : step.targets()) {
        ladder.add(
            new ForwardingNumber(
                target.id().toString(),
                ladder.size() + 1,
                rung,
                facts.map(known -> known.labels().get(target.id())),
                target.number().e164(),
                step.ringSeconds()));
      }
    }
    return ladder;
  }

  private static String shortened(String text) {
    return text.length() > 500 ? text.substring(0, 500) : text;
  }
}
